/** What goes wrong with files: Node's numbers and words. */
import type { FileFault, FileResult } from '../wire/file-calls.ts';

const faults = {
  ENOENT: { errno: -2, words: 'no such file or directory' },
  EEXIST: { errno: -17, words: 'file already exists' },
  ENOTDIR: { errno: -20, words: 'not a directory' },
  EISDIR: { errno: -21, words: 'illegal operation on a directory' },
  ENAMETOOLONG: { errno: -36, words: 'name too long' },
  ENOSPC: { errno: -28, words: 'no space left on device' },
  EBADF: { errno: -9, words: 'bad file descriptor' },
  EMFILE: { errno: -24, words: 'too many open files' },
  ENOTEMPTY: { errno: -39, words: 'directory not empty' },
} as const;

/** Where no path is given the call was about an open file. */
export function fault(
  code: keyof typeof faults,
  syscall: string,
  path = '',
  dest?: string,
): FileResult {
  const { errno, words } = faults[code];
  const place = dest === undefined ? `'${path}'` : `'${path}' -> '${dest}'`;
  const message = `${code}: ${words}, ${syscall}${path === '' ? '' : ` ${place}`}`;
  const known: FileFault = { code, errno, syscall, message, path };
  return { ok: false, fault: dest === undefined ? known : { ...known, dest } };
}
