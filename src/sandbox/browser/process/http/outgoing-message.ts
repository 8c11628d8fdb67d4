/** What a server's response and a client's request have in common: headers that are kept until the first byte. */
import type { RawHeaders } from '../../wire/net-messages.ts';
import { Buffer } from '../builtins/buffer.ts';
import { Writable } from '../builtins/stream.ts';
import { nodeError } from '../node-error.ts';
import {
  type GivenHeaders,
  type HeaderValue,
  pairsOf,
  validateHeaderName,
  validateHeaderValue,
} from './headers.ts';

type Done = (error?: Error | null) => void;
interface Kept {
  readonly name: string;
  readonly value: HeaderValue;
}

export abstract class OutgoingMessage extends Writable {
  sendDate = true;
  shouldKeepAlive = true;
  readonly #headers = new Map<string, Kept>();
  #head: RawHeaders | undefined;
  #isHeadSent = false;

  /** Hands the head on, once. */
  protected abstract sendHead(headers: RawHeaders): void;
  protected abstract sendChunk(chunk: Uint8Array, done: Done): void;
  protected abstract sendEnd(): void;
  /** The headers that are added to the program's, given the length of the body if it is known. */
  protected abstract addedHeaders(length: number | undefined): RawHeaders;
  /** Whether there can be a body: what is written into one that has none is let go. */
  protected abstract get hasBody(): boolean;

  get headersSent(): boolean {
    return this.#head !== undefined;
  }
  get finished(): boolean {
    return this.writableEnded;
  }

  setHeader(name: string, value: HeaderValue): this {
    this.refuseLate('set');
    validateHeaderName(name);
    validateHeaderValue(name, value);
    this.#headers.set(name.toLowerCase(), { name, value });
    return this;
  }
  setHeaders(headers: Iterable<readonly [string, HeaderValue]>): this {
    for (const [name, value] of headers) this.setHeader(name, value);
    return this;
  }
  appendHeader(name: string, value: string | readonly string[]): this {
    const known = this.getHeader(name);
    const before = known === undefined ? [] : Array.isArray(known) ? known : [String(known)];
    return this.setHeader(name, known === undefined ? value : [...before, value].flat());
  }
  getHeader(name: string): HeaderValue | undefined {
    return this.#headers.get(String(name).toLowerCase())?.value;
  }
  getHeaders(): Record<string, HeaderValue> {
    const headers: Record<string, HeaderValue> = Object.create(null);
    for (const [name, { value }] of this.#headers) headers[name] = value;
    return headers;
  }
  getHeaderNames(): string[] {
    return [...this.#headers.keys()];
  }
  getRawHeaderNames(): string[] {
    return [...this.#headers.values()].map(({ name }) => name);
  }
  hasHeader(name: string): boolean {
    return this.#headers.has(String(name).toLowerCase());
  }
  removeHeader(name: string): void {
    this.refuseLate('remove');
    this.#headers.delete(String(name).toLowerCase());
  }
  addTrailers(): void {}
  flushHeaders(): void {
    this.#flush(undefined);
  }

  override end(...args: unknown[]): this {
    const [chunk] = args;
    if (!this.headersSent && !this.writableEnded && !this.destroyed) {
      const length = lengthOf(chunk, args[1]);
      this.fixHead(length === undefined || this.writableLength > 0 ? undefined : length);
    }
    return super.end(...(args as []));
  }
  override _write(chunk: Buffer, _encoding: string, done: Done): void {
    this.#flush(undefined);
    if (this.hasBody && chunk.length > 0) this.sendChunk(chunk, done);
    else done();
  }
  override _final(done: Done): void {
    this.#flush(0);
    this.sendEnd();
    done();
  }

  /** From here on the headers stay as they are. */
  protected fixHead(length: number | undefined, given?: GivenHeaders): void {
    for (const [name, value] of pairsOf(given)) this.setHeader(name, value);
    const own = [...this.#headers.values()].flatMap(({ name, value }) =>
      (Array.isArray(value) ? value : [value]).map((part): [string, string] => [
        name,
        String(part),
      ]),
    );
    const known = this.hasHeader('content-length') || this.hasHeader('transfer-encoding');
    const body: RawHeaders =
      known || !this.hasBody
        ? []
        : [
            length === undefined
              ? ['Transfer-Encoding', 'chunked']
              : ['Content-Length', String(length)],
          ];
    this.#head = [...own, ...this.addedHeaders(length), ...this.bodyHeaders(body, length)];
  }
  /** Whether the length of the body is told. */
  protected bodyHeaders(headers: RawHeaders, _length: number | undefined): RawHeaders {
    return headers;
  }

  #flush(length: number | undefined): void {
    if (!this.#head) this.fixHead(length);
    if (this.#isHeadSent || !this.#head) return;
    this.#isHeadSent = true;
    this.sendHead(this.#head);
  }
  protected refuseLate(what: 'set' | 'remove' | 'write'): void {
    if (!this.headersSent) return;
    const words = `Cannot ${what} headers after they are sent to the client`;
    throw nodeError(Error, 'ERR_HTTP_HEADERS_SENT', words);
  }
}

function lengthOf(chunk: unknown, encoding: unknown): number | undefined {
  if (chunk === undefined || chunk === null || typeof chunk === 'function') return 0;
  if (typeof chunk === 'string') {
    return Buffer.byteLength(chunk, typeof encoding === 'string' ? (encoding as 'utf8') : 'utf8');
  }
  return chunk instanceof Uint8Array ? chunk.length : undefined;
}
