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
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'bare'; readonly name: string };

/** What a specifier in the module at `from` names: a file, or something by name (a built-in module or a package). */
export function resolveSpecifier(specifier: string, from: string): Resolved {
  if (specifier.startsWith('file://')) {
    const path = decodeURIComponent(specifier.slice('file://'.length).replace(/[?#].*$/, ''));
    return { type: 'file', path: normalPath(path) };
  }
  if (specifier.startsWith('/')) return { type: 'file', path: normalPath(specifier) };
  if (/^\.\.?\//.test(specifier)) {
    return { type: 'file', path: normalPath(`${folderOf(from)}/${specifier}`) };
  }
  return { type: 'bare', name: specifier };
}
