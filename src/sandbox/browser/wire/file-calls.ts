/** What a thread asks of the host's file system, and what it gets. Paths are absolute; bytes are bytes. */
import { isRecord } from './is-record.ts';

export type FileCall =
  | { readonly op: 'read' | 'stat' | 'list' | 'unlink' | 'rmdir'; readonly path: string }
  | {
      readonly op: 'write' | 'append';
      readonly path: string;
      readonly bytes: Uint8Array;
      readonly exclusive?: boolean;
    }
  | {
      readonly op: 'make-directory' | 'remove';
      readonly path: string;
      readonly recursive: boolean;
      readonly force?: boolean;
    }
  | { readonly op: 'make-temporary'; readonly prefix: string }
  | { readonly op: 'rename' | 'copy'; readonly path: string; readonly to: string }
  | { readonly op: 'truncate'; readonly path: string; readonly size: number };

/** `errno`, `syscall` and the words are Node's. */
export interface FileFault {
  readonly code: string;
  readonly errno: number;
  readonly syscall: string;
  readonly message: string;
  readonly path: string;
  readonly dest?: string;
}

export interface FileStat {
  readonly kind: 'file' | 'directory';
  readonly size: number;
  /** Milliseconds of the Unix epoch. */
  readonly modifiedAt: number;
  readonly inode: number;
}

export interface ListedFile {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

export type FileValue = Uint8Array | FileStat | readonly ListedFile[] | string | null;
export type FileResult =
  | { readonly ok: true; readonly value: FileValue }
  | { readonly ok: false; readonly fault: FileFault };

/** Takes a call from a thread apart and makes it anew. The file system may then trust its shape, not its wisdom. */
export function readFileCall(data: unknown): FileCall | undefined {
  if (!isRecord(data)) return undefined;
  const { op, path, to, bytes, prefix, size } = data;
  if (op === 'make-temporary') return typeof prefix === 'string' ? { op, prefix } : undefined;
  if (typeof path !== 'string') return undefined;
  switch (op) {
    case 'read':
    case 'stat':
    case 'list':
    case 'unlink':
    case 'rmdir':
      return { op, path };
    case 'write':
    case 'append':
      return bytes instanceof Uint8Array
        ? { op, path, bytes, exclusive: data['exclusive'] === true }
        : undefined;
    case 'make-directory':
    case 'remove':
      return { op, path, recursive: data['recursive'] === true, force: data['force'] === true };
    case 'rename':
    case 'copy':
      return typeof to === 'string' ? { op, path, to } : undefined;
    case 'truncate':
      return Number.isSafeInteger(size) ? { op, path, size: Number(size) } : undefined;
    default:
      return undefined;
  }
}
