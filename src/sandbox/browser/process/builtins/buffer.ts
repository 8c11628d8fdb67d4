/** node:buffer */
import { Buffer } from 'buffer/';

const { atob, btoa, Blob, File } = globalThis;

export const kMaxLength = 2 ** 31 - 1;
export const kStringMaxLength = 2 ** 29 - 24;
export const constants = { MAX_LENGTH: kMaxLength, MAX_STRING_LENGTH: kStringMaxLength };

export function isUtf8(input: ArrayBuffer | ArrayBufferView): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(input);
    return true;
  } catch {
    return false;
  }
}

export function isAscii(input: ArrayBuffer | ArrayBufferView): boolean {
  const bytes = ArrayBuffer.isView(input)
    ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
    : new Uint8Array(input);
  return bytes.every((byte) => byte < 0x80);
}

/** An encoding that is younger than the package: base64 with two other characters, and no padding. */
const YOUNG = 'base64url';
const { from, isEncoding, byteLength } = Buffer;
const { toString: textOf, write } = Buffer.prototype;
const known = (encoding: unknown) => (encoding === YOUNG ? 'base64' : encoding);

Object.assign(Buffer, {
  from: (value: unknown, encoding: unknown, ...rest: unknown[]) =>
    Reflect.apply(from, Buffer, [value, known(encoding), ...rest]),
  isEncoding: (encoding: string) => encoding === YOUNG || isEncoding(encoding),
  byteLength: (value: string, encoding?: unknown) =>
    Reflect.apply(byteLength, Buffer, [value, known(encoding)]),
});
Object.assign(Buffer.prototype, {
  toString(this: Buffer, encoding?: unknown, ...rest: unknown[]) {
    const text: string = Reflect.apply(textOf, this, [known(encoding), ...rest]);
    if (encoding !== YOUNG) return text;
    return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  },
  write(this: Buffer, text: string, ...rest: unknown[]) {
    return Reflect.apply(write, this, [text, ...rest.map(known)]);
  },
});

export { atob, Blob, Buffer, btoa, File };

export const INSPECT_MAX_BYTES = 50;

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
