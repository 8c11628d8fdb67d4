/** node:buffer */
import { Buffer } from 'buffer/';

const { atob, btoa, Blob } = globalThis;

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

export { atob, Blob, Buffer, btoa };
export default { Buffer, Blob, atob, btoa };
