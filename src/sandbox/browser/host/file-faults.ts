/** What goes wrong with files: Node's numbers and words. */
import type { FileFault, FileResult } from '../wire/file-calls.ts';
import { limitWords } from '../wire/limits.ts';

const faults = {
  ENOENT: { errno: -2, words: 'no such file or directory' },
  EEXIST: { errno: -17, words: 'file already exists' },
  ENOTDIR: { errno: -20, words: 'not a directory' },
  EISDIR: { errno: -21, words: 'illegal operation on a directory' },
  EINVAL: { errno: -22, words: 'invalid argument' },
  ENAMETOOLONG: { errno: -36, words: 'name too long' },
  ENOSPC: { errno: -28, words: 'no space left on device' },
  EBADF: { errno: -9, words: 'bad file descriptor' },
  EMFILE: { errno: -24, words: 'too many open files' },
  ENOTEMPTY: { errno: -39, words: 'directory not empty' },
} as const;

type Code = keyof typeof faults;

/** Where no path is given the call was about an open file. */
export function fault(code: Code, syscall: string, path = '', dest?: string): FileResult {
  const { errno, words } = faults[code];
  const place = dest === undefined ? `'${path}'` : `'${path}' -> '${dest}'`;
  const message = `${code}: ${words}, ${syscall}${path === '' ? '' : ` ${place}`}`;
  const known: FileFault = { code, errno, syscall, message, path };
  return { ok: false, fault: dest === undefined ? known : { ...known, dest } };
}

/** As `fault`, where it is a limit of ours that stands in the way: says which. */
export function beyondLimit(
  limit: keyof typeof limitWords,
  code: Code,
  syscall: string,
  path?: string,
): FileResult {
  const result = fault(code, syscall, path);
  if (result.ok) return result;
  const message = `${result.fault.message} (${limitWords[limit]})`;
  return { ok: false, fault: { ...result.fault, message } };
}
