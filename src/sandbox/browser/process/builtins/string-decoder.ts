/** node:string_decoder: bytes that come in parts, as text, with no character torn apart. */
import { inspect } from '../inspection.ts';
import { nodeError } from '../node-error.ts';
import { Buffer } from './buffer.ts';

type Encoding = 'utf8' | 'utf16le' | 'latin1' | 'base64' | 'base64url' | 'hex' | 'ascii';

const names: Readonly<Record<string, Encoding>> = {
  utf8: 'utf8',
  'utf-8': 'utf8',
  ucs2: 'utf16le',
  'ucs-2': 'utf16le',
  utf16le: 'utf16le',
  'utf-16le': 'utf16le',
  latin1: 'latin1',
  binary: 'latin1',
  base64: 'base64',
  base64url: 'base64url',
  hex: 'hex',
  ascii: 'ascii',
};

export class StringDecoder {
  readonly encoding: Encoding;
  readonly #text: TextDecoder | undefined;
  /** Base64 writes three bytes as four characters; these wait for theirs. */
  #waiting: Uint8Array = new Uint8Array();

  constructor(encoding: string = 'utf8') {
    const known = names[String(encoding ?? 'utf8').toLowerCase()];
    if (!known) throw nodeError(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${encoding}`);
    this.encoding = known;
    if (known === 'utf8' || known === 'utf16le') {
      const label = known === 'utf8' ? 'utf-8' : 'utf-16le';
      this.#text = new TextDecoder(label, { ignoreBOM: true });
    }
  }

  write(chunk: string | ArrayBufferView): string {
    if (typeof chunk === 'string') return chunk;
    if (!ArrayBuffer.isView(chunk)) {
      const words = 'The "buf" argument must be an instance of Buffer, TypedArray, or DataView.';
      throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', `${words} Received ${inspect(chunk)}`);
    }
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (this.#text) return this.#text.decode(new Uint8Array(bytes), { stream: true });
    if (!this.encoding.startsWith('base64')) return Buffer.from(bytes).toString(this.encoding);
    const all = Buffer.concat([this.#waiting, bytes]);
    const whole = all.length - (all.length % 3);
    this.#waiting = all.subarray(whole);
    return Buffer.from(all.subarray(0, whole)).toString(this.encoding);
  }

  /** What is left, with a replacement character for what stayed incomplete. */
  end(chunk?: string | ArrayBufferView): string {
    const text = chunk === undefined ? '' : this.write(chunk);
    if (this.#text) return text + this.#text.decode();
    const rest = Buffer.from(this.#waiting).toString(this.encoding);
    this.#waiting = new Uint8Array();
    return text + rest;
  }
}
