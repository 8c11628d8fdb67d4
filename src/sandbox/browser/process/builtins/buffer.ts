/** node:buffer, from the package of that name, with what it lacks of Node's. */
import { Buffer } from 'buffer/';

const { atob, btoa, Blob, File } = globalThis;

export const kMaxLength = 2 ** 31 - 1;
export const kStringMaxLength = 2 ** 29 - 24;
export const constants = { MAX_LENGTH: kMaxLength, MAX_STRING_LENGTH: kStringMaxLength };
export const INSPECT_MAX_BYTES = 50;

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

const URL_SAFE = 'base64url';
const isUrlSafe = (encoding: unknown) =>
  typeof encoding === 'string' && encoding.toLowerCase() === URL_SAFE;
/** The package decodes both alphabets alike. */
const decoded = (args: unknown[]) => args.map((each) => (isUrlSafe(each) ? 'base64' : each));

type Method = (this: unknown, ...args: unknown[]) => unknown;

function wrap(object: object, name: string, around: (method: Method) => Method): void {
  const method = Reflect.get(object, name) as Method;
  const value = around(method);
  Object.defineProperty(value, 'name', { value: name });
  Object.defineProperty(object, name, { value, writable: true, configurable: true });
}

const decodesUrlSafe = (method: Method): Method =>
  function (text, ...rest) {
    return method.call(this, text, ...decoded(rest));
  };
wrap(Buffer, 'from', decodesUrlSafe);
wrap(Buffer, 'byteLength', decodesUrlSafe);
wrap(Buffer.prototype, 'write', decodesUrlSafe);
wrap(
  Buffer,
  'isEncoding',
  (method) =>
    function (encoding) {
      return isUrlSafe(encoding) || method.call(this, encoding);
    },
);
wrap(
  Buffer.prototype,
  'toString',
  (method) =>
    function (encoding, ...rest) {
      if (!isUrlSafe(encoding)) return method.call(this, encoding, ...rest);
      const text = String(method.call(this, 'base64', ...rest));
      return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    },
);

export { atob, Blob, Buffer, btoa, File };
