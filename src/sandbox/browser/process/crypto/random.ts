/** What node:crypto draws by chance, from the browser's own source. */
import { outOfRange } from '../argument-checks.ts';
import { Buffer } from '../builtins/buffer.ts';
import { addHeldImmediate, addTick } from '../loop.ts';

const { crypto } = globalThis;
const MAX_AT_ONCE = 65_536;
const MAX_BYTES = 2 ** 31 - 1;
const MAX_RANGE = 2 ** 48 - 1;

type Done<Value> = (error: null | undefined, value: Value) => void;

export function randomUUID(): string {
  return crypto.randomUUID();
}

export function randomBytes(size: number, done?: Done<Buffer>): Buffer | undefined {
  if (!(Number.isFinite(size) && size >= 0 && size <= MAX_BYTES)) {
    throw outOfRange('size', `>= 0 && <= ${MAX_BYTES}`, size);
  }
  return given(fill(Buffer.alloc(size)), done);
}

export function randomFillSync<View extends ArrayBufferView>(
  view: View,
  offset = 0,
  size?: number,
): View {
  fill(bytesIn(view, offset, size));
  return view;
}

export function randomFill(view: ArrayBufferView, ...rest: unknown[]): void {
  const done = rest.pop() as Done<ArrayBufferView>;
  const [offset = 0, size] = rest as number[];
  given(randomFillSync(view, offset, size), done);
}

export function randomInt(
  from: number,
  to?: number | Done<number>,
  done?: Done<number>,
): number | undefined {
  const [min, max] = typeof to === 'number' ? [from, to] : [0, from];
  if (!(max > min)) {
    throw outOfRange('max', `greater than the value of "min" (${min})`, max);
  }
  const range = max - min;
  if (range > MAX_RANGE) {
    throw outOfRange('max - min', `<= ${MAX_RANGE}`, range);
  }
  // What is drawn beyond the last whole range would make some numbers likelier than others.
  const limit = 2 ** 48 - (2 ** 48 % range);
  let drawn: number;
  do {
    const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
    drawn = (high & 0xffff) * 2 ** 32 + low;
  } while (drawn >= limit);
  const value = min + (drawn % range);
  const callback = typeof to === 'function' ? to : done;
  if (!callback) return value;
  addTick(() => callback(undefined, value));
  return undefined;
}

export function getRandomValues<Values extends ArrayBufferView<ArrayBuffer>>(
  values: Values,
): Values {
  return crypto.getRandomValues(values);
}

function bytesIn(view: ArrayBufferView, offset: number, size: number | undefined): Uint8Array {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  return bytes.subarray(offset, size === undefined ? undefined : offset + size);
}

function fill<Bytes extends Uint8Array>(bytes: Bytes): Bytes {
  for (let at = 0; at < bytes.length; at += MAX_AT_ONCE) {
    const part = crypto.getRandomValues(new Uint8Array(Math.min(MAX_AT_ONCE, bytes.length - at)));
    bytes.set(part, at);
  }
  return bytes;
}

function given<Value>(value: Value, done: Done<Value> | undefined): Value | undefined {
  if (!done) return value;
  addHeldImmediate(() => done(null, value));
  return undefined;
}
