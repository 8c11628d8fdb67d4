/** Absolute POSIX paths of the sandbox. */

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

/** How every path begins that is inside of a folder. */
export function within(folder: string): string {
  return folder === '/' ? folder : `${folder}/`;
}

/** The URL of a file, with what may follow its path. */
export function fileUrl(path: string, query = ''): string {
  return `file://${encodeURI(path.toWellFormed()).replace(/[?#]/g, encodeURIComponent)}${query}`;
}
