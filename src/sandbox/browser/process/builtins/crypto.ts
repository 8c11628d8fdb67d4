/** node:crypto, as far as the browser's own cryptography reaches. */
import { ref, unref } from '../loop.ts';
import { Buffer } from './buffer.ts';

const { crypto } = globalThis;
export const webcrypto = crypto;
export const { subtle } = crypto;

type Done<Value> = (error: null, value: Value) => void;

export function randomUUID(): string {
  // Outside a secure context the browser's own is missing.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export function randomBytes(size: number, done?: Done<Buffer>): Buffer | undefined {
  const bytes = Buffer.alloc(size);
  const MAX_AT_ONCE = 65_536;
  for (let at = 0; at < size; at += MAX_AT_ONCE) {
    crypto.getRandomValues(bytes.subarray(at, at + MAX_AT_ONCE));
  }
  return given(bytes, done);
}

export function randomInt(
  from: number,
  to?: number | Done<number>,
  done?: Done<number>,
): number | undefined {
  const [min, max] = typeof to === 'number' ? [from, to] : [0, from];
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  const value = min + Math.floor((word / 2 ** 32) * (max - min));
  return given(value, typeof to === 'function' ? to : done);
}

export function getRandomValues<Values extends ArrayBufferView<ArrayBuffer>>(
  values: Values,
): Values {
  return crypto.getRandomValues(values);
}

function given<Value>(value: Value, done: Done<Value> | undefined): Value | undefined {
  if (!done) return value;
  ref();
  queueMicrotask(() => {
    unref();
    done(null, value);
  });
  return undefined;
}
