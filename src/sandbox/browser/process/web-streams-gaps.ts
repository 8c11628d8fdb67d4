/** What Node's web streams have and those of some browsers have not. */

export function fillWebStreams(): void {
  const { prototype } = ReadableStream;
  if (!('from' in ReadableStream)) Object.defineProperty(ReadableStream, 'from', plain(from));
  if (Symbol.asyncIterator in prototype) return;
  Object.defineProperty(prototype, 'values', plain(values));
  Object.defineProperty(prototype, Symbol.asyncIterator, plain(values));
}

const plain = (value: unknown) => ({ value, writable: true, configurable: true });

type Source = AsyncIterable<unknown> | Iterable<unknown>;

function from(source: Source): ReadableStream {
  const iterator =
    Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(await value);
      },
      async cancel(reason) {
        await iterator.return?.(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

async function* values(
  this: ReadableStream,
  { preventCancel = false } = {},
): AsyncGenerator<unknown, void, undefined> {
  const reader = this.getReader();
  let over = false;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      over = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!over && !preventCancel) await reader.cancel();
    reader.releaseLock();
  }
}
