/**
 * The program's global `fetch`: reaches the servers of its own sandbox, in whichever thread they listen.
 * Requests and responses are the browser's own objects; what they carry goes over a link, never over the network.
 */
import type { RawHeaders, ResponseHead } from '../../wire/net-messages.ts';
import { type Link, openLink } from '../net.ts';
import { isLocal, refused, unreachable } from './local-address.ts';
import { linkedBody } from './response-body.ts';

const MAX_REDIRECTS = 20;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const WITHOUT_BODY = new Set([204, 205, 304]);

/** A response's body, and what it broke off with. */
interface ReceivedBody {
  readonly stream: ReadableStream<Uint8Array> | null;
  failure(): { readonly error: unknown } | undefined;
}

type Body = Uint8Array | AsyncIterable<unknown> | undefined;

interface Outgoing {
  readonly url: URL;
  readonly method: string;
  /** Those of the program. */
  readonly headers: RawHeaders;
  readonly body: Body;
  readonly signal: AbortSignal;
}

export async function fetchFromSandbox(
  input: RequestInfo | URL,
  init: RequestInit & { duplex?: string } = {},
): Promise<Response> {
  const url = urlOf(input);
  const { body: given = null, ...rest } = init;
  const streamed = isStreamed(given) ? given : undefined;
  if (streamed && !init.duplex) {
    throw new TypeError('RequestInit: duplex option is required when sending a body.');
  }
  const request = new Request(input, streamed ? rest : { ...rest, body: given });
  // Of the program's own signal the request has only a copy, which WebKit does not keep up to date.
  const signal = init.signal ?? request.signal;
  signal.throwIfAborted();
  const sent = streamed ?? (await bytesOf(request, given));
  // The browser leaves headers out of a request that a page may not set. A program on Node may.
  const headers = new Headers(init.headers ?? request.headers);
  const type = request.headers.get('content-type');
  if (type !== null && !headers.has('content-type')) headers.set('content-type', type);
  let outgoing: Outgoing = {
    url,
    method: request.method,
    headers: [...headers],
    body: sent,
    signal,
  };
  for (let redirects = 0; ; redirects++) {
    const { head, body } = await exchange(outgoing);
    const location = REDIRECTS.has(head.status) ? headerOf(head.headers, 'location') : undefined;
    if (location === undefined || request.redirect === 'manual') {
      return responseOf(head, body, outgoing.url, redirects > 0);
    }
    await body.stream?.cancel();
    if (request.redirect === 'error') throw fetchFailed(new Error('unexpected redirect'));
    if (redirects === MAX_REDIRECTS) throw fetchFailed(new Error('redirect count exceeded'));
    outgoing = redirected(outgoing, head.status, new URL(location, outgoing.url));
  }
}

function urlOf(input: RequestInfo | URL): URL {
  const text = input instanceof Request ? input.url : String(input);
  try {
    return new URL(text);
  } catch (cause) {
    throw new TypeError(`Failed to parse URL from ${text}`, { cause });
  }
}

function isStreamed(body: unknown): body is AsyncIterable<unknown> {
  return (
    body instanceof ReadableStream ||
    (typeof body === 'object' && body !== null && Symbol.asyncIterator in body)
  );
}

async function bytesOf(request: Request, given: unknown): Promise<Uint8Array | undefined> {
  if (given === null && request.body === null) return undefined;
  return new Uint8Array(await request.arrayBuffer());
}

/** A request and its response's head; the body may still be on its way. */
function exchange(outgoing: Outgoing): Promise<{ head: ResponseHead; body: ReceivedBody }> {
  const { url, method, body, signal } = outgoing;
  const port = Number(url.port || 80);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw fetchFailed(new Error('unknown scheme'));
  }
  if (url.protocol === 'https:' || !isLocal(url.hostname)) {
    throw fetchFailed(unreachable(url.hostname, Number(url.port || 443)));
  }
  return new Promise((resolve, reject) => {
    const linked = linkedBody(() => link);
    const target = url.pathname + url.search;
    const head = { type: 'request', method, target, headers: headersOf(outgoing) } as const;
    const link = openLink(port, head, (frame) => {
      switch (frame.type) {
        case 'refused':
          return reject(fetchFailed(refused(port, frame.why)));
        case 'response': {
          const isEmpty = method === 'HEAD' || WITHOUT_BODY.has(frame.status);
          const stream = isEmpty ? null : decompressed(frame, linked.stream);
          resolve({ head: frame, body: { stream, failure: () => linked.failure } });
          return;
        }
        case 'body':
          return linked.add(frame.bytes);
        case 'end':
          return linked.end();
        case 'gone': {
          const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
          reject(fetchFailed(cause));
          return linked.fail(new TypeError('terminated', { cause }));
        }
      }
    });
    const abort = () => {
      link.hangUp();
      reject(signal.reason);
      linked.fail(signal.reason);
    };
    signal.addEventListener('abort', abort);
    // A program may use one signal for all that it ever asks for.
    link.onOver(() => signal.removeEventListener('abort', abort));
    sendBody(link, body).catch((error: unknown) => {
      link.hangUp();
      reject(error);
    });
  });
}

async function sendBody(link: Link, body: Body): Promise<void> {
  const PART_BYTES = 64 * 1024;
  const encoder = new TextEncoder();
  const send = async (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length && !link.over; at += PART_BYTES) {
      const part = bytes.subarray(at, at + PART_BYTES);
      await new Promise<void>((resolve) => link.sendBody(part, resolve));
    }
  };
  if (body instanceof Uint8Array) await send(body);
  else if (body) {
    for await (const chunk of body) {
      if (link.over) break;
      await send(chunk instanceof Uint8Array ? chunk : encoder.encode(String(chunk)));
    }
  }
  link.send({ type: 'end' });
}

/** All headers, in the order in which Node sends them. */
function headersOf({ url, method, headers, body }: Outgoing): RawHeaders {
  const own = new Set(headers.map(([name]) => name));
  const length =
    body instanceof Uint8Array
      ? body.length
      : !body && /^(POST|PUT|PATCH)$/.test(method)
        ? 0
        : undefined;
  const added: [string, string][] = [
    ['accept', '*/*'],
    ['accept-language', '*'],
    ['sec-fetch-mode', 'cors'],
    ['user-agent', 'node'],
    ['accept-encoding', 'gzip, deflate'],
  ];
  return [
    ['host', url.host],
    ['connection', 'keep-alive'],
    ...headers.filter(([name]) => name !== 'host' && name !== 'connection'),
    ...added.filter(([name]) => !own.has(name)),
    ...(length === undefined ? [] : [['content-length', String(length)] as const]),
    ...(body && length === undefined ? [['transfer-encoding', 'chunked'] as const] : []),
  ];
}

function redirected(from: Outgoing, status: number, url: URL): Outgoing {
  const { method, headers, body, signal } = from;
  const becomesGet = status === 303 ? method !== 'HEAD' : status < 303 && method === 'POST';
  if (!becomesGet) return { url, method, headers, body, signal };
  const kept = headers.filter(([name]) => !name.startsWith('content-'));
  return { url, method: 'GET', headers: kept, body: undefined, signal };
}

function decompressed(
  head: ResponseHead,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array> {
  const encoding = headerOf(head.headers, 'content-encoding');
  if (encoding !== 'gzip' && encoding !== 'deflate') return body;
  return body.pipeThrough(new DecompressionStream(encoding));
}

function responseOf(
  { status, statusText, headers }: ResponseHead,
  body: ReceivedBody,
  { href }: URL,
  redirected: boolean,
): Response {
  const stream = body.stream as ReadableStream<Uint8Array<ArrayBuffer>> | null;
  // A browser's own headers of a response leave out the cookies that it sets.
  const all = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  const seen = { url: href.replace(/#.*/, ''), redirected, type: 'basic', headers: all };
  return dressed(new Response(stream, { status, statusText }), seen, body.failure);
}

/** Gives a response of the browser's what only a network could have given it. */
function dressed(response: Response, seen: object, failure: ReceivedBody['failure']): Response {
  const define = (name: string, value: unknown) =>
    Object.defineProperty(response, name, { value, configurable: true, writable: true });
  for (const [name, value] of Object.entries(seen)) define(name, value);
  define('clone', () => dressed(Response.prototype.clone.call(response), seen, failure));
  for (const name of ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text'] as const) {
    const read: (this: Response) => Promise<unknown> = Response.prototype[name];
    // A browser has words of its own for a body that broke off.
    define(name, () =>
      read.call(response).catch((error: unknown) => {
        throw failure()?.error ?? error;
      }),
    );
  }
  return response;
}

function headerOf(headers: RawHeaders, wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}

function fetchFailed(cause: Error): TypeError {
  return new TypeError('fetch failed', { cause });
}
