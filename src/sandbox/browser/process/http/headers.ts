/** Headers as node:http checks, keeps and reads them. */
import type { RawHeaders } from '../../wire/net-messages.ts';
import { nodeError } from '../node-error.ts';

export type HeaderValue = string | number | readonly string[];
export type GivenHeaders =
  | Readonly<Record<string, HeaderValue | undefined>>
  | readonly HeaderValue[]
  | Iterable<readonly [string, HeaderValue]>;

export function validateHeaderName(name: unknown): asserts name is string {
  if (typeof name === 'string' && /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/.test(name)) return;
  const words = `Header name must be a valid HTTP token ["${String(name)}"]`;
  throw nodeError(TypeError, 'ERR_INVALID_HTTP_TOKEN', words);
}

export function validateHeaderValue(name: string, value: unknown): asserts value is HeaderValue {
  if (value === undefined) {
    const words = `Invalid value "undefined" for header "${name}"`;
    throw nodeError(TypeError, 'ERR_HTTP_INVALID_HEADER_VALUE', words);
  }
  for (const part of Array.isArray(value) ? value : [value]) {
    if (!/[^\t\x20-\x7e\x80-\xff]/.test(String(part))) continue;
    const words = `Invalid character in header content ["${name}"]`;
    throw nodeError(TypeError, 'ERR_INVALID_CHAR', words);
  }
}

/** Headers that a program gives in any of the forms that Node takes. */
export function* pairsOf(given: GivenHeaders | undefined): Generator<[string, HeaderValue]> {
  if (!given) return;
  if (Array.isArray(given)) {
    if (given.every((part) => Array.isArray(part))) {
      for (const [name, value] of given) yield [String(name), value];
    } else {
      for (let at = 0; at + 1 < given.length; at += 2) yield [String(given[at]), given[at + 1]];
    }
  } else if (Symbol.iterator in given) {
    yield* given as Iterable<[string, HeaderValue]>;
  } else {
    for (const [name, value] of Object.entries(given)) {
      validateHeaderValue(name, value);
      yield [name, value];
    }
  }
}

/** Of these a message has one: the first counts. */
const SINGLE = new Set(
  (
    'age authorization content-length content-type etag expires from host if-modified-since if-unmodified-since ' +
    'last-modified location max-forwards proxy-authorization referer retry-after server user-agent'
  ).split(' '),
);

/** By lower-case names, with those that came several times joined. */
export function joinedHeaders(raw: RawHeaders): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [written, value] of raw) {
    const name = written.toLowerCase();
    const known = headers[name];
    if (name === 'set-cookie') headers[name] = Array.isArray(known) ? [...known, value] : [value];
    else if (known === undefined) headers[name] = value;
    else if (!SINGLE.has(name)) headers[name] = known + (name === 'cookie' ? '; ' : ', ') + value;
  }
  return headers;
}

export function distinctHeaders(raw: RawHeaders): Record<string, string[]> {
  const headers: Record<string, string[]> = Object.create(null);
  for (const [name, value] of raw) {
    const key = name.toLowerCase();
    headers[key] = [...(headers[key] ?? []), value];
  }
  return headers;
}
