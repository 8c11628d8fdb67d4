/** node:url */
import { checkString, invalidType } from '../argument-checks.ts';
import { nodeError } from '../node-error.ts';
import { resolve as resolvePath } from './path.ts';

export const { URL, URLSearchParams } = globalThis;

export function fileURLToPath(url: unknown): string {
  if (typeof url !== 'string' && !(url instanceof URL))
    throw invalidType('path', 'of type string or an instance of URL', url);
  const { protocol, pathname, hostname } = new URL(url);
  // Firefox drops the host of such a URL.
  const [, host = hostname] = /^file:\/\/([^/?#\\]+)/i.exec(String(url)) ?? [];
  if (protocol !== 'file:')
    throw nodeError(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
  if (host !== '' && host.toLowerCase() !== 'localhost') {
    const words = 'File URL host must be "localhost" or empty on linux';
    throw nodeError(TypeError, 'ERR_INVALID_FILE_URL_HOST', words);
  }
  if (/%2f/i.test(pathname)) {
    const words = 'File URL path must not include encoded / characters';
    throw nodeError(TypeError, 'ERR_INVALID_FILE_URL_PATH', words);
  }
  return decodeURIComponent(pathname);
}

export function pathToFileURL(path: unknown): URL {
  checkString(path, 'path');
  const end = path.endsWith('/') && path !== '/' ? '/' : '';
  const coded = (resolvePath(path) + end).replace(/[%\\\n\r\t?#]/g, encodeURIComponent);
  const url = new URL('file:///');
  url.pathname = coded;
  return url;
}

interface FormatOptions {
  auth?: boolean;
  fragment?: boolean;
  search?: boolean;
  unicode?: boolean;
}
/** For a URL object; texts and the parts of the old interface are taken as they are. */
export function format(url: unknown, options: FormatOptions = {}): string {
  if (!(url instanceof URL)) return typeof url === 'string' ? url : partsAsText(url);
  const { auth = true, fragment = true, search = true } = options;
  const copy = new URL(url);
  if (!auth) {
    copy.username = '';
    copy.password = '';
  }
  if (!fragment) copy.hash = '';
  if (!search) copy.search = '';
  return copy.href;
}

function partsAsText(parts: unknown): string {
  if (typeof parts !== 'object' || parts === null)
    throw invalidType('urlObject', 'one of type object or string', parts);
  const {
    protocol = '',
    hostname,
    host,
    port,
    pathname = '',
    search = '',
    hash = '',
  } = parts as Record<string, string | undefined>;
  const scheme = protocol && !protocol.endsWith(':') ? `${protocol}:` : protocol;
  const place = host ?? (hostname && `${hostname}${port ? `:${port}` : ''}`);
  return `${scheme}${place ? `//${place}` : ''}${pathname}${search}${hash}`;
}

/** Empty where it is no domain. */
export function domainToASCII(domain: string): string {
  try {
    return new URL(`ws://${domain}`).hostname;
  } catch {
    return '';
  }
}

export function urlToHttpOptions(url: URL): object {
  const { protocol, hostname, hash, search, pathname, href, port, username, password } = url;
  return {
    __proto__: null,
    protocol,
    hostname,
    hash,
    search,
    pathname,
    path: `${pathname}${search}`,
    href,
    ...(port !== '' && { port: Number(port) }),
    ...((username || password) && {
      auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}`,
    }),
  };
}

/** As a link in a page is resolved. */
export function resolve(from: string, to: string): string {
  const base = new URL(from, 'resolve://x');
  const target = new URL(to, base);
  if (target.protocol !== 'resolve:') return target.href;
  return `${target.pathname}${target.search}${target.hash}`;
}
