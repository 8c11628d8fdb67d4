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

const KNOWN = new Set<string>([
  'read',
  'stat',
  'list',
  'unlink',
  'rmdir',
  'write',
  'append',
  'make-directory',
  'remove',
  'make-temporary',
  'rename',
  'copy',
  'truncate',
]);

/** Checks a call from a thread. The host's file system may then trust its shape, not its wisdom. */
export function readFileCall(data: unknown): FileCall | undefined {
  if (!isRecord(data) || typeof data['op'] !== 'string' || !KNOWN.has(data['op'])) return undefined;
  const path = data['op'] === 'make-temporary' ? data['prefix'] : data['path'];
  if (typeof path !== 'string') return undefined;
  if (
    (data['op'] === 'write' || data['op'] === 'append') &&
    !(data['bytes'] instanceof Uint8Array)
  ) {
    return undefined;
  }
  if ((data['op'] === 'rename' || data['op'] === 'copy') && typeof data['to'] !== 'string') {
    return undefined;
  }
  if (data['op'] === 'truncate' && !Number.isSafeInteger(data['size'])) return undefined;
  return data as unknown as FileCall;
}
