/** The errors of the operating system that a program can meet here: number, name, words. */
import { outOfRange } from '../../argument-checks.ts';

const known: ReadonlyMap<number, [name: string, message: string]> = new Map([
  [-1, ['EPERM', 'operation not permitted']],
  [-2, ['ENOENT', 'no such file or directory']],
  [-3, ['ESRCH', 'no such process']],
  [-4, ['EINTR', 'interrupted system call']],
  [-5, ['EIO', 'i/o error']],
  [-9, ['EBADF', 'bad file descriptor']],
  [-11, ['EAGAIN', 'resource temporarily unavailable']],
  [-12, ['ENOMEM', 'not enough memory']],
  [-13, ['EACCES', 'permission denied']],
  [-17, ['EEXIST', 'file already exists']],
  [-18, ['EXDEV', 'cross-device link not permitted']],
  [-20, ['ENOTDIR', 'not a directory']],
  [-21, ['EISDIR', 'illegal operation on a directory']],
  [-22, ['EINVAL', 'invalid argument']],
  [-24, ['EMFILE', 'too many open files']],
  [-27, ['EFBIG', 'file too large']],
  [-28, ['ENOSPC', 'no space left on device']],
  [-32, ['EPIPE', 'broken pipe']],
  [-36, ['ENAMETOOLONG', 'name too long']],
  [-39, ['ENOTEMPTY', 'directory not empty']],
  [-98, ['EADDRINUSE', 'address already in use']],
  [-104, ['ECONNRESET', 'connection reset by peer']],
  [-110, ['ETIMEDOUT', 'connection timed out']],
  [-111, ['ECONNREFUSED', 'connection refused']],
]);

export function getSystemErrorMap(): Map<number, [string, string]> {
  return new Map(known);
}
export function getSystemErrorName(number: unknown): string {
  return entryOf(number)?.[0] ?? `Unknown system error ${number}`;
}
export function getSystemErrorMessage(number: unknown): string {
  return entryOf(number)?.[1] ?? `Unknown system error ${number}`;
}

function entryOf(number: unknown): [string, string] | undefined {
  if (typeof number !== 'number' || number >= 0 || !Number.isSafeInteger(number)) {
    throw outOfRange('err', 'a negative integer', number);
  }
  return known.get(number);
}
