class HttpError extends Error {
  readonly status: number;
  constructor(status: number, message?: string) {
    super(message);
    this.name = new.target.name;
    this.status = status;
  }
}
class NotFound extends HttpError {
  constructor() {
    super(404, 'Nothing here');
  }
}
const error = new NotFound();
console.log(String(error), error instanceof HttpError, error instanceof Error, Object.keys(error));
console.log(Object.prototype.toString.call(error), JSON.stringify(error));
const odd = Object.assign(new Error('odd'), { name: 'Odd', toString: () => 'told otherwise' });
console.log(String(odd), `${odd.name}: ${odd.message}`);
const bare = new Error();
console.log(String(bare), bare.message === '', 'cause' in bare, 'cause' in new Error('', { cause: undefined }));
throw error;
