/** The body of a fetched response: a stream that lets the server send no more than is read. */
import type { Link } from '../net.ts';

const BUFFER_BYTES = 64 * 1024;

export interface LinkedBody {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** What it broke off with. */
  readonly failure: { readonly error: unknown } | undefined;
  add(bytes: Uint8Array<ArrayBuffer>): void;
  end(): void;
  fail(error: unknown): void;
}

export function linkedBody(link: () => Link): LinkedBody {
  let unread = 0;
  let complete = false;
  let failure: LinkedBody['failure'];
  let controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
  const take = () => {
    if (unread > 0) link().send({ type: 'taken', bytes: unread });
    unread = 0;
  };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(given) {
        controller = given;
      },
      pull: take,
      cancel() {
        complete = true;
        link().hangUp();
      },
    },
    { highWaterMark: BUFFER_BYTES, size: (chunk) => chunk?.byteLength ?? 0 },
  );
  return {
    stream,
    get failure() {
      return failure;
    },
    add(bytes) {
      if (complete) return;
      unread += bytes.length;
      controller.enqueue(bytes);
      if ((controller.desiredSize ?? 0) > 0) take();
    },
    end() {
      if (complete) return;
      complete = true;
      controller.close();
    },
    fail(error) {
      if (complete) return;
      complete = true;
      failure = { error };
      controller.error(error);
    },
  };
}
