/** node:http's client: a request that is written, and answered by a `response` event. */
import type { Frame, RawHeaders } from '../../wire/net-messages.ts';
import { addTick } from '../loop.ts';
import { type Link, openLink, type RefusedLink } from '../net.ts';
import { abortError, nodeError } from '../node-error.ts';
import { Agent, globalAgent } from './agent.ts';
import { type GivenHeaders, pairsOf } from './headers.ts';
import { connectionReset, IncomingMessage } from './incoming-message.ts';
import { LinkSocket } from './link-socket.ts';
import { isLocal, refused, unreachable } from './local-address.ts';
import { OutgoingMessage } from './outgoing-message.ts';

export interface RequestOptions {
  readonly protocol?: string;
  readonly hostname?: string;
  readonly host?: string;
  readonly port?: number | string | null;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: GivenHeaders;
  readonly auth?: string;
  readonly agent?: Agent | false;
  readonly signal?: AbortSignal;
  readonly timeout?: number;
  readonly setHost?: boolean;
}
export type OnResponse = (response: IncomingMessage) => void;

export class ClientRequest extends OutgoingMessage {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly protocol = 'http:';
  readonly agent: Agent;
  readonly reusedSocket = false;
  aborted = false;
  res: IncomingMessage | null = null;
  socket: LinkSocket | null = null;
  readonly #port: number;
  #link: Link | undefined;
  #head: RawHeaders | undefined;
  /** What is to be done as soon as there is a link. */
  #next: (() => void) | undefined;
  #mayOpen = false;
  #release: () => void = () => undefined;
  #timeoutMs: number;

  constructor(options: RequestOptions, onResponse?: OnResponse) {
    super({ autoDestroy: false });
    const { agent, signal, timeout, auth } = options;
    const { protocol = 'http:', path = '/', method = 'GET' } = options;
    if (protocol !== 'http:') {
      const words = `Protocol "${protocol}" not supported. Expected "http:"`;
      throw nodeError(TypeError, 'ERR_INVALID_PROTOCOL', words);
    }
    if (/[^\u0021-\u00ff]/.test(path)) {
      const words = 'Request path contains unescaped characters';
      throw nodeError(TypeError, 'ERR_UNESCAPED_CHARACTERS', words);
    }
    this.method = method.toUpperCase();
    this.path = path;
    this.host = options.hostname ?? options.host ?? 'localhost';
    this.#port = Number(options.port ?? 80) || 80;
    this.agent = agent === false ? new Agent() : (agent ?? globalAgent);
    this.#timeoutMs = timeout ?? 0;
    if (onResponse) this.once('response', onResponse);
    for (const [name, value] of pairsOf(options.headers)) this.setHeader(name, value);
    if (auth !== undefined && !this.hasHeader('authorization')) {
      this.setHeader('Authorization', `Basic ${btoa(auth)}`);
    }
    if (!this.hasHeader('host') && options.setHost !== false) {
      this.setHeader('Host', this.#port === 80 ? this.host : `${this.host}:${this.#port}`);
    }
    if (signal) this.#obey(signal);
    addTick(() => this.#queue());
  }

  get connection(): LinkSocket | null {
    return this.socket;
  }

  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    addTick(() => this.emit('abort'));
    this.destroy();
  }
  setTimeout(ms: number, callback?: () => void): this {
    this.#timeoutMs = ms;
    if (callback) this.once('timeout', callback);
    this.#watchTime();
    return this;
  }
  setNoDelay(): void {}
  setSocketKeepAlive(): void {}

  protected get hasBody(): boolean {
    return true;
  }
  protected addedHeaders(): RawHeaders {
    return this.hasHeader('connection')
      ? []
      : [['Connection', this.agent.keepAlive ? 'keep-alive' : 'close']];
  }
  /** Requests that mostly have no body do not say that it is empty. */
  protected override bodyHeaders(headers: RawHeaders, length: number | undefined): RawHeaders {
    const mostlyNone = /^(GET|HEAD|DELETE|OPTIONS|TRACE|CONNECT)$/.test(this.method);
    return mostlyNone && length === 0 ? [] : headers;
  }
  protected sendHead(headers: RawHeaders): void {
    this.#head = headers;
    this.#open();
  }
  protected sendChunk(chunk: Uint8Array, done: (error?: Error | null) => void): void {
    this.#linked((link) => {
      this.socket?.touch();
      link.sendBody(chunk, done);
    });
  }
  protected sendEnd(): void {
    this.#linked((link) => link.send({ type: 'end' }));
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const early = !this.res && !error;
    this.#over();
    this.#link?.hangUp();
    if (this.res && !this.res.complete) this.res.breakOff();
    done(early ? connectionReset('socket hang up') : error);
  }

  #obey(signal: AbortSignal): void {
    const abort = () => this.destroy(abortError(signal.reason));
    if (signal.aborted) addTick(abort);
    else {
      signal.addEventListener('abort', abort, { once: true });
      this.once('close', () => signal.removeEventListener('abort', abort));
    }
  }

  #queue(): void {
    if (this.destroyed) return;
    const name = this.agent.getName({ host: this.host, port: this.#port });
    this.#release = this.agent.take(name, () => {
      if (!isLocal(this.host)) {
        addTick(() => this.destroy(unreachable(this.host, this.#port)));
        return;
      }
      this.#mayOpen = true;
      this.#open();
    });
  }

  #open(): void {
    if (!this.#mayOpen || !this.#head || this.#link || this.destroyed) return;
    const { method, path: target } = this;
    const head = { type: 'request', method, target, headers: this.#head } as const;
    const link = openLink(this.#port, head, (frame) => this.#receive(link, frame));
    this.#link = link;
    this.socket = new LinkSocket(link, {
      localPort: 0,
      remotePort: this.#port,
      remoteAddress: '127.0.0.1',
    });
    this.#watchTime();
    this.emit('socket', this.socket);
    this.#next?.();
  }

  #linked(run: (link: Link) => void): void {
    if (this.#link) run(this.#link);
    else this.#next = () => this.#link && run(this.#link);
  }

  #watchTime(): void {
    const { socket } = this;
    if (!socket || this.#timeoutMs === 0) return;
    socket.removeAllListeners('timeout');
    socket.setTimeout(this.#timeoutMs, () => this.emit('timeout'));
  }

  #receive(link: Link, frame: Frame | RefusedLink): void {
    const { res, socket } = this;
    socket?.touch();
    switch (frame.type) {
      case 'refused':
        this.destroy(refused(this.#port, frame.why));
        return;
      case 'response': {
        if (!socket) return;
        const response = new IncomingMessage(link, socket, frame.headers);
        response.statusCode = frame.status;
        response.statusMessage = frame.statusText;
        this.res = response;
        response.once('end', () => {
          this.#over();
          addTick(() => this.destroy());
        });
        if (!this.emit('response', response)) response.dump();
        return;
      }
      case 'body':
        res?.add(frame.bytes);
        return;
      case 'end':
        socket?.closed();
        res?.finish();
        return;
      case 'gone':
        socket?.closed();
        this.destroy();
        return;
      default:
        return;
    }
  }

  /** Another request may take its turn. */
  #over(): void {
    this.#release();
    this.#release = () => undefined;
  }
}
