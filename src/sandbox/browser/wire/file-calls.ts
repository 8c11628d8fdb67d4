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
  | { readonly op: 'truncate'; readonly path: string; readonly size: number }
  /** `modifiedAt` in milliseconds of the Unix epoch. */
  | { readonly op: 'touch'; readonly path: string; readonly modifiedAt: number }
  | OpenCall
  /** About an open file, which is known by its inode: it may have another name by now, or none. */
  | { readonly op: 'open-stat' | 'open-close'; readonly inode: number }
  | { readonly op: 'open-touch'; readonly inode: number; readonly modifiedAt: number }
  | { readonly op: 'open-truncate'; readonly inode: number; readonly size: number }
  | {
      readonly op: 'open-read';
      readonly inode: number;
      readonly from: number;
      readonly length: number;
    }
  /** At the end: so that nothing that others append is lost. */
  | {
      readonly op: 'open-write';
      readonly inode: number;
      readonly from: number | 'end';
      readonly bytes: Uint8Array;
    };

/** Gives what `stat` gives. The file stays until it has been closed as often as it was opened. */
export interface OpenCall {
  readonly op: 'open';
  readonly path: string;
  readonly create: boolean;
  readonly exclusive: boolean;
  readonly truncate: boolean;
  /** Whether it is opened to be written to. */
  readonly write: boolean;
}

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
  const { op, path, to, bytes, prefix, size, modifiedAt } = data;
  if (op === 'make-temporary') return typeof prefix === 'string' ? { op, prefix } : undefined;
  if (typeof op === 'string' && op.startsWith('open-')) return readOpenFileCall(data);
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
    case 'touch':
      return isCount(modifiedAt) ? { op, path, modifiedAt } : undefined;
    case 'open': {
      const is = (name: string) => data[name] === true;
      const flags = { create: is('create'), exclusive: is('exclusive'), truncate: is('truncate') };
      return { op, path, ...flags, write: is('write') };
    }
    case 'truncate':
      return Number.isSafeInteger(size) ? { op, path, size: Number(size) } : undefined;
    default:
      return undefined;
  }
}

function readOpenFileCall(data: Record<string, unknown>): FileCall | undefined {
  const { op, inode, from, length, size, bytes, modifiedAt } = data;
  if (!isCount(inode)) return undefined;
  switch (op) {
    case 'open-stat':
    case 'open-close':
      return { op, inode };
    case 'open-touch':
      return isCount(modifiedAt) ? { op, inode, modifiedAt } : undefined;
    case 'open-truncate':
      return isCount(size) ? { op, inode, size } : undefined;
    case 'open-read':
      return isCount(from) && isCount(length) ? { op, inode, from, length } : undefined;
    case 'open-write':
      return (isCount(from) || from === 'end') && bytes instanceof Uint8Array
        ? { op, inode, from, bytes }
        : undefined;
    default:
      return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
