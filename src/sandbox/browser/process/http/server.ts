/** node:http's server: it listens on a port of its run, for whichever thread asks. */
import { limitWords } from '../../wire/limits.ts';
import type { ListenResult, RequestHead } from '../../wire/net-messages.ts';
import { EventEmitter } from '../builtins/event-emitter.ts';
import { addTick, ref, unref } from '../loop.ts';
import { type Link, listen } from '../net.ts';
import { nodeError } from '../node-error.ts';
import { IncomingMessage } from './incoming-message.ts';
import { LinkSocket } from './link-socket.ts';
import { systemError } from './local-address.ts';
import { ServerResponse } from './server-response.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;
interface Address {
  readonly address: string;
  readonly family: 'IPv4' | 'IPv6';
  readonly port: number;
}
interface ListenOptions {
  readonly port?: unknown;
  readonly host?: unknown;
  readonly signal?: AbortSignal;
}

/** Where a client seems to come from: ports that nobody can listen on. */
let clientPort = 32_768;

export class Server extends EventEmitter {
  listening = false;
  timeout = 0;
  requestTimeout = 300_000;
  headersTimeout = 60_000;
  keepAliveTimeout = 5000;
  maxHeadersCount: number | null = null;
  maxRequestsPerSocket = 0;
  #address: Address | null = null;
  #unlisten: () => void = () => undefined;
  readonly #sockets = new Set<LinkSocket>();
  #wantsRef = true;
  #held = false;
  #closing = false;

  constructor(options?: object | Handler, handler?: Handler) {
    super();
    const given = typeof options === 'function' ? (options as Handler) : handler;
    if (given) this.on('request', given);
  }

  /** Takes `(port?, host?, backlog?, callback?)` or `({ port, host, signal }, callback?)`. */
  listen(...args: readonly unknown[]): this {
    const callback = args.find((part) => typeof part === 'function');
    const [first, second] = args;
    const options: ListenOptions =
      typeof first === 'object' && first !== null
        ? first
        : { port: typeof first === 'function' ? 0 : first, host: second };
    if (this.listening || this.#address) {
      const words = 'Listen method has been called more than once without closing.';
      throw nodeError(Error, 'ERR_SERVER_ALREADY_LISTEN', words);
    }
    const port = checkedPort(options.port ?? 0);
    if (callback) this.once('listening', () => callback.call(this));
    const host = typeof options.host === 'string' ? options.host : '::';
    const address = host === 'localhost' ? '127.0.0.1' : host;
    this.#closing = false;
    this.#unlisten = listen(port, {
      accept: (link, head) => this.#accept(link, head),
      bound: (result) => this.#bound(result, address, port),
    });
    options.signal?.addEventListener('abort', () => this.close());
    return this;
  }

  #bound(result: ListenResult, address: string, wanted: number): void {
    if (!result.ok) {
      const error = listenError(result.code, address, wanted);
      addTick(() => this.emit('error', error));
      return;
    }
    this.listening = true;
    this.#address = { address, family: address.includes(':') ? 'IPv6' : 'IPv4', port: result.port };
    this.#settle();
    addTick(() => {
      // It may have been closed before anybody heard of it.
      if (this.#address) this.emit('listening');
    });
  }

  address(): Address | null {
    return this.#address && { ...this.#address };
  }

  /** Takes no more requests; `close` follows when those that it has are over. */
  close(callback?: (error?: Error) => void): this {
    if (callback) {
      if (this.listening) this.once('close', () => callback());
      else {
        const error = nodeError(Error, 'ERR_SERVER_NOT_RUNNING', 'Server is not running.');
        this.once('close', () => callback(error));
      }
    }
    if (this.listening) this.#unlisten();
    this.listening = false;
    this.#address = null;
    this.#closing = true;
    this.#settle();
    this.#closeIfIdle();
    return this;
  }
  closeAllConnections(): void {
    for (const socket of [...this.#sockets]) socket.destroy();
  }
  /** Every connection carries one request: there are none without. */
  closeIdleConnections(): void {}
  getConnections(callback: (error: null, count: number) => void): this {
    addTick(() => callback(null, this.#sockets.size));
    return this;
  }
  setTimeout(ms: number, callback?: (socket: LinkSocket) => void): this {
    this.timeout = ms;
    if (callback) this.on('timeout', callback);
    return this;
  }
  ref(): this {
    this.#wantsRef = true;
    return this.#settle();
  }
  unref(): this {
    this.#wantsRef = false;
    return this.#settle();
  }
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.listening) await new Promise<void>((resolve) => this.close(() => resolve()));
  }

  #settle(): this {
    const hold = this.listening && this.#wantsRef;
    if (hold !== this.#held) {
      this.#held = hold;
      if (hold) ref();
      else unref();
    }
    return this;
  }

  #closeIfIdle(): void {
    if (!this.#closing || this.#sockets.size > 0) return;
    this.#closing = false;
    addTick(() => this.emit('close'));
  }

  #accept(link: Link, head: RequestHead): void {
    const { address = '', port = 0 } = this.#address ?? {};
    clientPort = clientPort === 49_151 ? 32_768 : clientPort + 1;
    const socket = new LinkSocket(link, {
      localPort: port,
      remotePort: clientPort,
      remoteAddress: address.includes(':') ? '::ffff:127.0.0.1' : '127.0.0.1',
    });
    this.#sockets.add(socket);
    const request = new IncomingMessage(link, socket, head.headers);
    request.method = head.method;
    request.url = head.target;
    const response = new ServerResponse(request, link);
    this.#watch(link, socket, request, response);
    this.emit('connection', socket);
    this.emit('request', request, response);
  }

  #watch(link: Link, socket: LinkSocket, request: IncomingMessage, response: ServerResponse): void {
    if (this.timeout > 0) {
      socket.setTimeout(this.timeout);
      socket.on('timeout', () => {
        const heard = [request, response, this].filter((one) => one.emit('timeout', socket));
        if (heard.length === 0) socket.destroy();
      });
    }
    const over = () => {
      if (!this.#sockets.delete(socket)) return;
      socket.closed();
      this.#closeIfIdle();
    };
    link.onFrame((frame) => {
      socket.touch();
      switch (frame.type) {
        case 'body':
          return request.add(frame.bytes);
        case 'end':
          request.finish();
          if (link.over) over();
          return;
        case 'gone':
          socket.closed();
          return;
        default:
          return;
      }
    });
    response.once('finish', () => {
      if (link.over) over();
    });
    // Cut by either side, before the response was through.
    socket.once('close', () => {
      this.#sockets.delete(socket);
      if (!response.writableFinished) {
        if (!request.readableEnded || !request.complete) request.breakOff();
        response.destroy();
      }
      this.#closeIfIdle();
    });
  }
}

function checkedPort(port: unknown): number {
  const number = typeof port === 'string' && port.trim() !== '' ? Number(port) : port;
  if (Number.isInteger(number) && Number(number) >= 0 && Number(number) < 65_536) {
    return Number(number);
  }
  const shown = typeof port === 'string' ? `'${port}'` : String(port);
  throw nodeError(
    RangeError,
    'ERR_SOCKET_BAD_PORT',
    `options.port should be >= 0 and < 65536. Received type ${typeof port} (${shown}).`,
  );
}

function listenError(code: 'EADDRINUSE' | 'EMFILE', address: string, port: number): Error {
  const inUse = code === 'EADDRINUSE';
  const words = inUse ? 'address already in use' : 'too many open files';
  const place = `${address}:${port}${inUse ? '' : ` (${limitWords.servers})`}`;
  return systemError(`listen ${code}: ${words} ${place}`, {
    code,
    errno: inUse ? -98 : -24,
    syscall: 'listen',
    address,
    port,
  });
}
