/** The paths that programs give, as the host knows them. */
import { normalPath } from '../wire/paths.ts';
import { rememberPath } from './given-paths.ts';
import { nodeError } from './node-error.ts';
import { thread } from './thread.ts';

/** As the host has it, but for the end: where a name is still to come, a slash counts. */
function normalized(path: string): string {
  return path.endsWith('/') ? path : normalPath(path);
}

export function absolutePath(path: unknown): string {
  if (path instanceof URL) return decodeURIComponent(path.pathname);
  const text = path instanceof Uint8Array ? new TextDecoder().decode(path) : path;
  if (typeof text !== 'string') {
    const words = 'The "path" argument must be of type string or an instance of Buffer or URL.';
    throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', words);
  }
  const absolute = normalized(text.startsWith('/') ? text : `${thread().cwd}/${text}`);
  rememberPath(absolute, text);
  return absolute;
}
