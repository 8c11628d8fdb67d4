/** node:url */
import { nodeError } from '../node-error.ts';
import { resolve } from './path.ts';

const { URL, URLSearchParams } = globalThis;

export { URL, URLSearchParams };

export function fileURLToPath(url: string | URL): string {
  const { protocol, pathname } = new URL(url);
  if (protocol === 'file:') return decodeURIComponent(pathname);
  throw nodeError(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
}

export function pathToFileURL(path: string): URL {
  const url = new URL('file:///');
  url.pathname = resolve(path).replaceAll('%', '%25').replaceAll('#', '%23').replaceAll('?', '%3F');
  return url;
}

export const format = (url: URL | string): string => String(url);
