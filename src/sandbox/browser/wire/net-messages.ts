/**
 * How the threads of a run reach each other's servers: what a thread asks of the host's ports, and what the host hands
 * on. A link is one request and its response. It has a number of its own at either end; the client chooses the client's
 * (above zero), the host the server's (below).
 */
import { isList } from './is-list.ts';
import { isRecord } from './is-record.ts';

/** Names and values as they were written, two by two. */
export type RawHeaders = readonly (readonly [name: string, value: string])[];

export interface RequestHead {
  readonly type: 'request';
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: RawHeaders;
}

export interface ResponseHead {
  readonly type: 'response';
  readonly status: number;
  readonly statusText: string;
  readonly headers: RawHeaders;
}

/** What travels on a link after it was opened, in either direction. */
export type Frame =
  | ResponseHead
  | { readonly type: 'body'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** The sender's body is complete. */
  | { readonly type: 'end' }
  /** That many bytes of the other's body have been used; as many more may be sent. */
  | { readonly type: 'taken'; readonly bytes: number }
  /** The sender hung up, or is no more. The last frame of a link. */
  | { readonly type: 'gone' };

export type NetCall =
  /** Port 0 is any free one. The answer comes through the reply slot where there is one. */
  | { readonly type: 'listen'; readonly server: number; readonly port: number }
  | { readonly type: 'unlisten'; readonly server: number }
  | {
      readonly type: 'open';
      readonly link: number;
      readonly port: number;
      readonly head: RequestHead;
    }
  | { readonly type: 'frame'; readonly link: number; readonly frame: Frame };

export type ListenResult =
  | { readonly ok: true; readonly port: number }
  | { readonly ok: false; readonly code: 'EADDRINUSE' | 'EMFILE' };

export type Refusal = 'nobody listens' | 'too many links';

export type NetNews =
  | { readonly type: 'listening'; readonly server: number; readonly result: ListenResult }
  /** Somebody sends a request to a server of the receiver's. */
  | {
      readonly type: 'opened';
      readonly link: number;
      readonly server: number;
      readonly head: RequestHead;
    }
  /** Nobody listens there, or there are as many links as there may be. */
  | { readonly type: 'refused'; readonly link: number; readonly why: Refusal }
  | { readonly type: 'frame'; readonly link: number; readonly frame: Frame };

export function readNetCall(data: unknown): NetCall | undefined {
  if (!isRecord(data)) return undefined;
  const { type, server, port, link } = data;
  switch (type) {
    case 'listen':
      return typeof server === 'number' && isPort(port) ? { type, server, port } : undefined;
    case 'unlisten':
      return typeof server === 'number' ? { type, server } : undefined;
    case 'open': {
      const head = readRequestHead(data['head']);
      return typeof link === 'number' && link > 0 && isPort(port) && head
        ? { type, link, port, head }
        : undefined;
    }
    case 'frame': {
      const frame = readFrame(data['frame']);
      return typeof link === 'number' && frame ? { type, link, frame } : undefined;
    }
    default:
      return undefined;
  }
}

function readRequestHead(data: unknown): RequestHead | undefined {
  if (!isRecord(data)) return undefined;
  const { method, target } = data;
  if (typeof method !== 'string' || typeof target !== 'string') return undefined;
  return { type: 'request', method, target, headers: readHeaders(data['headers']) };
}

function readFrame(data: unknown): Frame | undefined {
  if (!isRecord(data)) return undefined;
  const { type, bytes, status, statusText } = data;
  switch (type) {
    case 'response':
      return typeof status === 'number' && typeof statusText === 'string'
        ? { type, status, statusText, headers: readHeaders(data['headers']) }
        : undefined;
    case 'body':
      return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer
        ? { type, bytes: bytes as Uint8Array<ArrayBuffer> }
        : undefined;
    case 'taken':
      return typeof bytes === 'number' ? { type, bytes } : undefined;
    case 'end':
    case 'gone':
      return { type };
    default:
      return undefined;
  }
}

function readHeaders(data: unknown): RawHeaders {
  if (!isList(data)) return [];
  return data.flatMap((pair): [string, string][] => {
    if (!Array.isArray(pair)) return [];
    const [name, value] = pair;
    // Not every object can be made a text, and some that can would take for ever.
    return Object(name) === name || Object(value) === value ? [] : [[String(name), String(value)]];
  });
}

const isPort = (port: unknown): port is number =>
  Number.isInteger(port) && Number(port) >= 0 && Number(port) < 65_536;
