// The errors of streams that are used wrongly.
import { Readable, Writable, Transform } from 'node:stream';

const tell = (name: string) => (error: NodeJS.ErrnoException) =>
  console.log(name, error.name, error.code, error.message);
const ended = new Writable({ write: (_chunk, _encoding, done) => done() });
ended.on('error', tell('ended'));
ended.end('last');
ended.write('more', (error) => tell('callback')(error as Error));

const pushed = new Readable({ read() {} });
pushed.on('error', tell('pushed'));
pushed.push(null);
pushed.push('late');

const wrong = new Writable({ write: (_chunk, _encoding, done) => done() });
try {
  wrong.write(42 as never);
} catch (error) {
  tell('wrong type')(error as Error);
}
try {
  wrong.write(null as never);
} catch (error) {
  tell('null')(error as Error);
}
const lazy = new Transform();
lazy.on('error', tell('lazy'));
try {
  lazy.write('x');
} catch (error) {
  tell('not implemented')(error as Error);
}
const gone = new Writable({ write: (_chunk, _encoding, done) => done() });
gone.on('error', tell('gone'));
gone.on('close', () => console.log('gone: closed', gone.errored?.message));
gone.destroy(new Error('by hand'));
gone.write('x', (error) => tell('after')(error as Error));
