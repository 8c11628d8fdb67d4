/** Node's streams as those of the web, and back: what the package of streams leaves to Node. */
import stream from 'readable-stream';
import { abortError } from '../node-error.ts';

type Readable = InstanceType<typeof stream.Readable>;
type Writable = InstanceType<typeof stream.Writable>;
type Duplex = InstanceType<typeof stream.Duplex>;
type ReadableOptions = ConstructorParameters<typeof stream.Readable>[0];
type WritableOptions = ConstructorParameters<typeof stream.Writable>[0];
type DuplexOptions = ConstructorParameters<typeof stream.Duplex>[0];
type Done = (error?: Error | null) => void;

export interface WebPair {
  readonly readable: ReadableStream;
  readonly writable: WritableStream;
}

export function readableToWeb(
  source: Readable,
  options: { strategy?: QueuingStrategy } = {},
): ReadableStream {
  const strategy = options.strategy ?? {
    highWaterMark: source.readableHighWaterMark,
    ...(!source.readableObjectMode && {
      size: (chunk: { length?: number; byteLength?: number }) =>
        chunk.byteLength ?? chunk.length ?? 1,
    }),
  };
  let over = false;
  return new ReadableStream(
    {
      start(controller) {
        stream.finished(source, { writable: false }, (error) => {
          if (over) return;
          over = true;
          if (error) controller.error(isPremature(error) ? abortError(error) : error);
          else controller.close();
        });
        source.on('data', (chunk: unknown) => {
          if (over) return;
          controller.enqueue(source.readableObjectMode ? chunk : plainBytes(chunk));
          if ((controller.desiredSize ?? 0) <= 0) source.pause();
        });
        source.pause();
      },
      pull() {
        source.resume();
      },
      cancel(reason) {
        over = true;
        source.destroy(reason);
      },
    },
    strategy,
  );
}

export function readableFromWeb(source: ReadableStream, options?: ReadableOptions): Readable {
  const readable: Readable = new stream.Readable({
    ...options,
    ...readingFrom(source, () => readable),
  });
  return readable;
}

export function writableToWeb(target: Writable): WritableStream {
  return new WritableStream(
    {
      start(controller) {
        stream.finished(target, { readable: false }, (error) => {
          if (error) controller.error(isPremature(error) ? abortError(error) : error);
        });
      },
      async write(chunk) {
        if (target.write(chunk)) return;
        await new Promise<void>((resolve) => {
          target.once('drain', resolve);
        });
      },
      close() {
        return new Promise((resolve, reject) => {
          stream.finished(target, { readable: false }, (error) =>
            error ? reject(error) : resolve(),
          );
          target.end();
        });
      },
      abort(reason) {
        target.destroy(reason);
      },
    },
    {
      highWaterMark: target.writableHighWaterMark,
      ...(!target.writableObjectMode && {
        size: (chunk: { length?: number; byteLength?: number }) =>
          chunk.byteLength ?? chunk.length ?? 1,
      }),
    },
  );
}

export function writableFromWeb(target: WritableStream, options?: WritableOptions): Writable {
  const writable: Writable = new stream.Writable({
    ...options,
    ...writingTo(target, () => writable),
  });
  return writable;
}

export function duplexToWeb(duplex: Duplex): WebPair {
  return { readable: readableToWeb(duplex), writable: writableToWeb(duplex) };
}

export function duplexFromWeb({ readable, writable }: WebPair, options?: DuplexOptions): Duplex {
  const reading = readingFrom(readable, () => duplex);
  const writing = writingTo(writable, () => duplex);
  const duplex: Duplex = new stream.Duplex({
    ...options,
    ...reading,
    ...writing,
    destroy(error, done) {
      reading.destroy(error, () => writing.destroy(error, done));
    },
  });
  return duplex;
}

function readingFrom(source: ReadableStream, readable: () => Readable) {
  const reader = source.getReader();
  let over = false;
  return {
    read() {
      reader.read().then(
        ({ value, done }) => {
          over ||= done;
          readable().push(done ? null : value);
        },
        (error: Error) => {
          over = true;
          readable().destroy(error);
        },
      );
    },
    destroy(error: Error | null, done: Done) {
      if (over) done(error);
      else
        reader.cancel(error ?? undefined).then(
          () => done(error),
          () => done(error),
        );
    },
  };
}

function writingTo(target: WritableStream, writable: () => Writable) {
  const writer = target.getWriter();
  let over = false;
  writer.closed.catch((error: Error) => {
    if (!over) writable().destroy(error);
  });
  const settle = (promise: Promise<unknown>, done: Done) => {
    promise.then(
      () => done(),
      (error: Error) => done(error),
    );
  };
  return {
    write(chunk: unknown, _encoding: string, done: Done) {
      settle(
        writer.ready.then(() => writer.write(chunk)),
        done,
      );
    },
    final(done: Done) {
      over = true;
      settle(writer.close(), done);
    },
    destroy(error: Error | null, done: Done) {
      if (over) return done(error);
      over = true;
      settle(error ? writer.abort(error) : writer.close(), () => done(error));
    },
  };
}

function plainBytes(chunk: unknown): unknown {
  return chunk instanceof Uint8Array
    ? new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    : chunk;
}

function isPremature(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
