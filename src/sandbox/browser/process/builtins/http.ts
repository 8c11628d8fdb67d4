/** node:http between the parts of one thread: `createServer` here, `fetch` there; there is no network to reach. */
import { addImmediate, enter, ref, unref } from '../loop.ts';
import { nodeError } from '../node-error.ts';
import { Buffer } from './buffer.ts';
import { EventEmitter } from './event-emitter.ts';

const servers = new Map<number, Server>();
let freePort = 49_152;
const later = (run: () => void) => addImmediate({ run });

export const STATUS_CODES: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  413: 'Payload Too Large',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
export const METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

export class IncomingMessage extends EventEmitter {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly httpVersion = '1.1';
  readonly socket = { remoteAddress: '127.0.0.1' };
  readonly #body: Uint8Array;
  constructor(method: string, url: string, headers: Record<string, string>, body: Uint8Array) {
    super();
    this.method = method;
    this.url = url;
    this.headers = headers;
    this.#body = body;
  }
  setEncoding(): this {
    return this;
  }
  resume(): this {
    return this;
  }
  /** Gives the body to those who listen for it. */
  deliver(): void {
    if (this.#body.length > 0) this.emit('data', Buffer.from(this.#body));
    this.emit('end');
  }
  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer, void, undefined> {
    if (this.#body.length > 0) yield Buffer.from(this.#body);
  }
}

type Headers_ = Record<string, string | number | readonly string[]>;

export class ServerResponse extends EventEmitter {
  statusCode = 200;
  statusMessage = '';
  headersSent = false;
  writableEnded = false;
  writableFinished = false;
  destroyed = false;
  readonly #headers = new Map<string, string>();
  readonly #parts: Uint8Array[] = [];
  readonly #done: (response: Response) => void;
  readonly #abandoned: () => void;
  /** One of the two is called once: with the whole response, or when there will be none. */
  constructor(done: (response: Response) => void, abandoned: () => void) {
    super();
    this.#done = done;
    this.#abandoned = abandoned;
  }
  setHeader(name: string, value: Headers_[string]): this {
    this.#headers.set(name.toLowerCase(), Array.isArray(value) ? value.join(', ') : String(value));
    return this;
  }
  getHeader(name: string): string | undefined {
    return this.#headers.get(name.toLowerCase());
  }
  hasHeader(name: string): boolean {
    return this.#headers.has(name.toLowerCase());
  }
  removeHeader(name: string): void {
    this.#headers.delete(name.toLowerCase());
  }
  writeHead(status: number, ...rest: readonly unknown[]): this {
    this.statusCode = status;
    const headers = rest.findLast((part) => typeof part === 'object') as Headers_ | undefined;
    for (const [name, value] of Object.entries(headers ?? {})) this.setHeader(name, value);
    this.headersSent = true;
    return this;
  }
  write(chunk: string | Uint8Array): boolean {
    this.#parts.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk.slice());
    return true;
  }
  end(chunk?: string | Uint8Array): this {
    if (this.writableEnded) return this;
    if (chunk !== undefined) this.write(chunk);
    this.writableEnded = true;
    this.headersSent = true;
    const isEmpty = this.statusCode === 204 || this.statusCode === 304;
    const body = isEmpty ? null : new Uint8Array(Buffer.concat(this.#parts));
    const status = this.statusCode;
    const statusText = this.statusMessage || (STATUS_CODES[status] ?? '');
    this.#done(new Response(body, { status, statusText, headers: [...this.#headers] }));
    later(() => {
      this.writableFinished = true;
      this.emit('finish');
      this.destroyed = true;
      this.emit('close');
    });
    return this;
  }
  destroy(): this {
    if (this.destroyed || this.writableEnded) return this;
    this.destroyed = true;
    this.writableEnded = true;
    this.emit('close');
    this.#abandoned();
    return this;
  }
}

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export class Server extends EventEmitter {
  listening = false;
  #port = 0;
  constructor(options?: object | Handler, handler?: Handler) {
    super();
    const given = typeof options === 'function' ? (options as Handler) : handler;
    if (given) this.on('request', given);
  }
  listen(...args: readonly unknown[]): this {
    const [first] = args;
    const asked =
      typeof first === 'object' && first !== null && 'port' in first ? first.port : first;
    this.#port = typeof asked === 'number' && asked > 0 ? asked : freePort++;
    const callback = args.find((part) => typeof part === 'function');
    if (callback) this.once('listening', () => callback());
    if (servers.has(this.#port)) {
      const words = `listen EADDRINUSE: address already in use :::${this.#port}`;
      later(() => this.emit('error', nodeError(Error, 'EADDRINUSE', words)));
      return this;
    }
    servers.set(this.#port, this);
    this.listening = true;
    ref();
    later(() => this.emit('listening'));
    return this;
  }
  address(): { port: number; address: string; family: string } | null {
    return this.listening ? { address: '127.0.0.1', family: 'IPv4', port: this.#port } : null;
  }
  close(callback?: (error?: Error) => void): this {
    if (callback) this.once('close', () => callback());
    if (this.listening) {
      this.listening = false;
      servers.delete(this.#port);
      unref();
    }
    later(() => this.emit('close'));
    return this;
  }
  closeAllConnections(): void {}
  closeIdleConnections(): void {}
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  /** Rejects with the signal’s reason when the caller hangs up; a turn later the server sees that as `close`. */
  async answer(request: Request, signal: AbortSignal): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const body = new Uint8Array(await request.arrayBuffer());
    const headers = Object.fromEntries(request.headers);
    return new Promise((resolve, reject) => {
      const message = new IncomingMessage(request.method, pathname + search, headers, body);
      const abandoned = () => reject(fetchFailed('UND_ERR_SOCKET', 'other side closed'));
      const response = new ServerResponse(resolve, abandoned);
      signal.addEventListener('abort', () => {
        reject(signal.reason);
        later(() => response.destroy());
      });
      enter(() => this.emit('request', message, response));
      later(() => message.deliver());
    });
  }
}

export function createServer(options?: object | Handler, handler?: Handler): Server {
  return new Server(options, handler);
}

/** The program's global `fetch`: reaches the servers of its own thread, and says so where it cannot reach further. */
export async function fetchFromSandbox(
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  const request = new Request(input, init);
  // Of the program's own signal the request has only a copy, which WebKit does not keep up to date.
  const signal = init?.signal ?? request.signal;
  signal.throwIfAborted();
  const { hostname, port, protocol } = new URL(request.url);
  const isLocal = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const server = isLocal ? servers.get(Number(port || 80)) : undefined;
  if (!server) {
    if (!isLocal)
      throw fetchFailed('ERR_NOT_IN_BROWSER_ENGINE', 'The browser engine has no network.');
    throw fetchFailed('ECONNREFUSED', `connect ECONNREFUSED 127.0.0.1:${port || 80}`);
  }
  ref();
  try {
    await new Promise<void>(later);
    return await server.answer(request, signal);
  } finally {
    unref();
  }
}

function fetchFailed(code: string, why: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(why), { code }) });
}
