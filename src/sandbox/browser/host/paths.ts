/** Absolute POSIX paths of the sandbox, and what an import specifier means. */

/** The folder that a program's files are put into, as in Node's own messages: `/home/lesson/main.ts`. */
export const HOME = '/home/lesson';

/** Without `.`, `..`, doubled and trailing slashes. */
export function normalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

export function folderOf(path: string): string {
  return normalPath(`${path}/..`);
}

export type Resolved =
  /** `query` is the rest of the URL, from its `?` or `#`: the same file with another one is another module. */
  | { readonly type: 'file'; readonly path: string; readonly query: string }
  | { readonly type: 'bare'; readonly name: string }
  /** A `%` in it does not begin the code of a character. */
  | { readonly type: 'malformed' };

/** What a specifier in the module at `from` names: a file, or something by name (a built-in module or a package). */
export function resolveSpecifier(specifier: string, from: string): Resolved {
  if (!/^(file:\/\/|\.{0,2}\/)/.test(specifier)) return { type: 'bare', name: specifier };
  const [, written = '', query = ''] = /^(?:file:\/\/)?([^?#]*)(.*)$/s.exec(specifier) ?? [];
  const path = decoded(written);
  if (path === undefined) return { type: 'malformed' };
  const whole = path.startsWith('/') ? path : `${folderOf(from)}/${path}`;
  return { type: 'file', path: normalPath(whole), query };
}

/** The URL of a file, with what may follow its path. */
export function fileUrl(path: string, query = ''): string {
  return `file://${encodeURI(path.toWellFormed()).replace(/[?#]/g, encodeURIComponent)}${query}`;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
