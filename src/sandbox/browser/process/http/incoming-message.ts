/** A request as a server reads it, a response as a client does. */
import type { RawHeaders } from '../../wire/net-messages.ts';
import { Buffer } from '../builtins/buffer.ts';
import { Readable } from '../builtins/stream.ts';
import { addTick } from '../loop.ts';
import type { Link } from '../net.ts';
import { distinctHeaders, joinedHeaders } from './headers.ts';
import type { LinkSocket } from './link-socket.ts';
import { systemError } from './local-address.ts';

export class IncomingMessage extends Readable {
  readonly httpVersion = '1.1';
  readonly httpVersionMajor = 1;
  readonly httpVersionMinor = 1;
  readonly socket: LinkSocket;
  readonly rawHeaders: string[];
  readonly rawTrailers: string[] = [];
  readonly trailers = {};
  complete = false;
  aborted = false;
  /** Of a request. */
  method: string | null = null;
  url = '';
  /** Of a response. */
  statusCode: number | null = null;
  statusMessage: string | null = null;
  readonly #link: Link;
  readonly #raw: RawHeaders;
  #headers: Record<string, string | string[]> | undefined;
  #unusedBytes = 0;
  #isDumped = false;

  constructor(link: Link, socket: LinkSocket, headers: RawHeaders) {
    super();
    this.#link = link;
    this.#raw = headers;
    this.socket = socket;
    this.rawHeaders = headers.flat();
  }

  get headers(): Record<string, string | string[]> {
    this.#headers ??= joinedHeaders(this.#raw);
    return this.#headers;
  }
  set headers(headers: Record<string, string | string[]>) {
    this.#headers = headers;
  }
  get headersDistinct(): Record<string, string[]> {
    return distinctHeaders(this.#raw);
  }
  get connection(): LinkSocket {
    return this.socket;
  }

  /** A part of the body has come. */
  add(bytes: Uint8Array<ArrayBuffer>): void {
    this.#unusedBytes += bytes.length;
    if (this.#isDumped || this.destroyed) this.#take();
    else if (this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))) this.#take();
  }
  /** The body is complete. */
  finish(): void {
    this.complete = true;
    if (!this.destroyed) this.push(null);
  }
  /** The other side is gone before it was complete. */
  breakOff(): void {
    if (!this.destroyed) this.destroy(connectionReset('aborted'));
  }
  /** Nobody reads it: what comes is let go. */
  dump(): void {
    if (this.#isDumped) return;
    this.#isDumped = true;
    if (this.complete && this.readableLength === 0 && this.readableFlowing === null) this.resume();
    else if (!this.destroyed) this.resume();
  }

  setTimeout(ms: number, callback?: () => void): this {
    if (callback) this.on('timeout', callback);
    this.socket.setTimeout(ms, () => this.emit('timeout'));
    return this;
  }

  override _read(): void {
    this.#take();
  }
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (!this.readableEnded || !this.complete) {
      this.aborted = true;
      this.emit('aborted');
      this.socket.destroy(error ?? undefined);
    }
    // Only who listens hears of the error.
    addTick(() => done(this.listenerCount('error') === 0 ? null : error));
  }

  #take(): void {
    if (this.#unusedBytes > 0) this.#link.send({ type: 'taken', bytes: this.#unusedBytes });
    this.#unusedBytes = 0;
  }
}

export function connectionReset(words: string): Error {
  return systemError(words, { code: 'ECONNRESET' });
}
