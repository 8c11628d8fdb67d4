/** What Node has of the web platform and some browsers have not. */
import { nameMembers } from './name-members.ts';

export function fillGaps(): void {
  fillStreams();
  // Browsers give it only to pages that came over https.
  if (!('randomUUID' in crypto)) {
    Object.defineProperty(Object.getPrototypeOf(crypto), 'randomUUID', plain(named.randomUUID));
  }
}

function randomUUID(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function fillStreams(): void {
  const { prototype } = ReadableStream;
  if (!('from' in ReadableStream)) Object.defineProperty(ReadableStream, 'from', plain(named.from));
  if (Symbol.asyncIterator in prototype) return;
  Object.defineProperty(prototype, 'values', plain(named.values));
  Object.defineProperty(prototype, Symbol.asyncIterator, plain(named.values));
}

const { crypto } = globalThis;
const named = nameMembers({ from, randomUUID, values });
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
