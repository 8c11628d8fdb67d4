/** A server's answer to one request. */
import type { RawHeaders } from '../../wire/net-messages.ts';
import type { Link } from '../net.ts';
import type { GivenHeaders } from './headers.ts';
import type { IncomingMessage } from './incoming-message.ts';
import type { LinkSocket } from './link-socket.ts';
import { OutgoingMessage } from './outgoing-message.ts';
import { STATUS_CODES } from './status-codes.ts';

export class ServerResponse extends OutgoingMessage {
  statusCode = 200;
  statusMessage = '';
  readonly req: IncomingMessage;
  readonly #link: Link;

  constructor(request: IncomingMessage, link: Link) {
    super({ decodeStrings: true });
    this.req = request;
    this.#link = link;
  }

  get socket(): LinkSocket | null {
    return this.destroyed ? null : this.req.socket;
  }
  get connection(): LinkSocket | null {
    return this.socket;
  }

  writeHead(status: number, ...rest: readonly (string | GivenHeaders | undefined)[]): this {
    this.refuseLate('write');
    this.statusCode = status;
    const [first] = rest;
    if (typeof first === 'string') this.statusMessage = first;
    this.fixHead(undefined, rest.find((part) => typeof part === 'object') as GivenHeaders);
    return this;
  }
  writeContinue(): void {}
  writeProcessing(): void {}
  writeEarlyHints(): void {}
  setTimeout(ms: number, callback?: () => void): this {
    if (callback) this.on('timeout', callback);
    this.req.socket.setTimeout(ms, () => this.emit('timeout', this.req.socket));
    return this;
  }

  protected get hasBody(): boolean {
    return this.req.method !== 'HEAD' && this.statusCode !== 204 && this.statusCode !== 304;
  }
  protected addedHeaders(): RawHeaders {
    this.statusMessage ||= STATUS_CODES[this.statusCode] ?? 'unknown';
    const headers: [string, string][] = [];
    if (this.sendDate && !this.hasHeader('date')) headers.push(['Date', new Date().toUTCString()]);
    if (this.hasHeader('connection')) return headers;
    if (this.req.headers['connection'] === 'close') return [...headers, ['Connection', 'close']];
    return [...headers, ['Connection', 'keep-alive'], ['Keep-Alive', 'timeout=5']];
  }
  protected sendHead(headers: RawHeaders): void {
    const { statusCode: status, statusMessage: statusText } = this;
    this.#link.send({ type: 'response', status, statusText, headers });
  }
  protected sendChunk(chunk: Uint8Array, done: (error?: Error | null) => void): void {
    this.req.socket.touch();
    this.#link.sendBody(chunk, done);
  }
  protected sendEnd(): void {
    this.#link.send({ type: 'end' });
    // What the client still sends is nobody's any more.
    this.req.dump();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (!this.writableFinished) this.req.socket.destroy(error ?? undefined);
    // Its own error is nobody's but the connection's.
    done();
  }
}
