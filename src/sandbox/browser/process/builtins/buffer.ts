/** node:buffer */
import { Buffer } from 'buffer/';

/** The package knows all encodings but this one: base64 with other signs and no padding. */
const URL_SAFE = /^base64url$/i;
const { from, isEncoding } = Buffer;
const shown = Buffer.prototype.toString;
const plain = (encoding: unknown): unknown =>
  typeof encoding === 'string' && URL_SAFE.test(encoding) ? 'base64' : encoding;
Buffer.from = ((data: unknown, encoding?: unknown, ...rest: unknown[]) =>
  Reflect.apply(from, Buffer, [data, plain(encoding), ...rest])) as typeof from;
Buffer.isEncoding = ((encoding: unknown) =>
  isEncoding.call(Buffer, String(plain(encoding)))) as typeof isEncoding;
Buffer.prototype.toString = function (this: Buffer, encoding?: BufferEncoding, ...rest: number[]) {
  const text = Reflect.apply(shown, this, [plain(encoding), ...rest]);
  return plain(encoding) === encoding
    ? text
    : text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
};

export const { atob, Blob, btoa, File } = globalThis;

/** As Node has it; a browser may give less. */
export const kMaxLength = 2 ** 53 - 1;
export const kStringMaxLength = 536_870_888;
export const constants = { MAX_LENGTH: kMaxLength, MAX_STRING_LENGTH: kStringMaxLength };
export const INSPECT_MAX_BYTES = 50;

type Bytes = ArrayBufferView | ArrayBuffer;

function bytesOf(data: Bytes): Uint8Array {
  if (ArrayBuffer.isView(data))
    return new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength).slice();
  return new Uint8Array(data.slice(0));
}
export function isAscii(data: Bytes): boolean {
  return bytesOf(data).every((byte) => byte < 0x80);
}
export function isUtf8(data: Bytes): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(data));
    return true;
  } catch {
    return false;
  }
}
export function transcode(
  source: Uint8Array,
  from: BufferEncoding,
  to: BufferEncoding,
): Uint8Array {
  const text = Buffer.from(source).toString(from);
  const isNarrow = to === 'ascii' || to === 'latin1' || to === 'binary';
  const most = to === 'ascii' ? 0x7f : 0xff;
  const fitting = isNarrow
    ? [...text]
        .map((character) => ((character.codePointAt(0) ?? 0) > most ? '?' : character))
        .join('')
    : text;
  return Buffer.from(fitting, to);
}

export { Buffer };
