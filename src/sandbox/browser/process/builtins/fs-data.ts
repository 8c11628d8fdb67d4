/** What node:fs and node:fs/promises have in common: arguments in, values out. */
import type { FileCall, FileStat, FileValue, ListedFile } from '../../wire/file-calls.ts';
import { absolutePath } from '../absolute-path.ts';
import { invalidType } from '../argument-checks.ts';
import { fileError } from '../host-calls.ts';
import { nodeError } from '../node-error.ts';
import { shelvedModule } from '../shelf.ts';
import type * as buffer from './buffer.ts';
import { constants } from './file-flags.ts';

export type PathLike = string | URL | Uint8Array;
export type Data = string | ArrayBufferView | ArrayBuffer;
export type Encoded = string | { encoding?: string | null; flag?: string } | null | undefined;
export interface Recursive {
  recursive?: boolean;
  force?: boolean;
}

export function bytesOf(data: unknown): Uint8Array {
  if (typeof data === 'string') return new TextEncoder().encode(data);
  if (ArrayBuffer.isView(data))
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0));
  const words =
    'The "data" argument must be of type string or an instance of Buffer, TypedArray, or DataView.';
  throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', words);
}

export function readCall(path: unknown): FileCall {
  return { op: 'read', path: absolutePath(path) };
}

export function writeCall(
  path: unknown,
  data: unknown,
  options: Encoded,
  appends = false,
): FileCall {
  const flag = (typeof options === 'object' && options?.flag) || (appends ? 'a' : 'w');
  return {
    op: flag.startsWith('a') ? 'append' : 'write',
    path: absolutePath(path),
    bytes: bytesOf(data),
    exclusive: flag.includes('x'),
  };
}

export function truncateCall(path: unknown, size: number): FileCall {
  if (!Number.isSafeInteger(size)) {
    const words = `The value of "len" is out of range. It must be an integer. Received ${size}`;
    throw nodeError(RangeError, 'ERR_OUT_OF_RANGE', words);
  }
  return { op: 'truncate', path: absolutePath(path), size };
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Makes what is read a Buffer, or text where an encoding was given. To be had before reading: it may have to load. */
export function decoder(options: Encoded): (value: FileValue) => unknown {
  const bytesIn = (value: FileValue) => (value instanceof Uint8Array ? value : new Uint8Array());
  const encoding = typeof options === 'string' ? options : options?.encoding;
  if (encoding && /^utf-?8$/i.test(encoding)) return (value) => utf8.decode(bytesIn(value));
  const { Buffer } = shelvedModule<typeof buffer>('buffer');
  return (value) => {
    const bytes = bytesIn(value);
    const all = Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
    return encoding ? all.toString(encoding as BufferEncoding) : all;
  };
}

export class Stats {
  readonly dev = 1;
  readonly mode: number;
  readonly nlink = 1;
  readonly uid = 1000;
  readonly gid = 1000;
  readonly rdev = 0;
  readonly blksize = 4096;
  readonly ino: number;
  readonly size: number;
  readonly blocks: number;
  readonly atimeMs: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly birthtimeMs: number;
  readonly #kind: FileStat['kind'];
  constructor({ kind, size, modifiedAt, inode }: FileStat) {
    this.#kind = kind;
    this.mode = kind === 'file' ? 0o100644 : 0o40755;
    this.ino = inode;
    this.size = size;
    this.blocks = Math.ceil(size / 512);
    this.atimeMs = modifiedAt;
    this.mtimeMs = modifiedAt;
    this.ctimeMs = modifiedAt;
    this.birthtimeMs = modifiedAt;
  }
  get atime(): Date {
    return new Date(this.atimeMs);
  }
  get mtime(): Date {
    return new Date(this.mtimeMs);
  }
  get ctime(): Date {
    return new Date(this.ctimeMs);
  }
  get birthtime(): Date {
    return new Date(this.birthtimeMs);
  }
  isFile(): boolean {
    return this.#kind === 'file';
  }
  isDirectory(): boolean {
    return this.#kind === 'directory';
  }
  isSymbolicLink(): boolean {
    return false;
  }
  isFIFO(): boolean {
    return false;
  }
  isSocket(): boolean {
    return false;
  }
  isBlockDevice(): boolean {
    return false;
  }
  isCharacterDevice(): boolean {
    return false;
  }
}

export class Dirent {
  readonly name: string;
  readonly parentPath: string;
  readonly #kind: ListedFile['kind'];
  constructor({ name, kind }: ListedFile, parentPath: string) {
    this.name = name;
    this.parentPath = parentPath;
    this.#kind = kind;
  }
  isFile(): boolean {
    return this.#kind === 'file';
  }
  isDirectory(): boolean {
    return this.#kind === 'directory';
  }
  isSymbolicLink(): boolean {
    return false;
  }
}

export function statsOf(value: FileValue): Stats {
  return new Stats(value as FileStat);
}

export interface ReaddirOptions {
  withFileTypes?: boolean;
  recursive?: boolean;
}

export function listing(
  value: FileValue,
  path: PathLike,
  options?: ReaddirOptions,
): (string | Dirent)[] {
  const files = value as readonly ListedFile[];
  if (!options?.withFileTypes) return files.map(({ name }) => name);
  return files.map((file) => new Dirent(file, String(path)));
}

/** Folders in a listing with file types, to be looked into. */
export function foldersIn(value: FileValue, path: string): string[] {
  const files = value as readonly ListedFile[];
  return files.filter(({ kind }) => kind === 'directory').map(({ name }) => `${path}/${name}`);
}

/** The names of a folder below another one, as `readdir` gives them. */
export function below(path: string, root: string, names: readonly (string | Dirent)[]) {
  const prefix = path === root ? '' : `${path.slice(root.length + 1)}/`;
  return names.map((name) => (typeof name === 'string' ? `${prefix}${name}` : name));
}

/** What `fs.access` asks for. Everybody may read and write all files, and run none of them. */
export function checkMode(path: unknown, mode: number): void {
  if ((mode & constants.X_OK) === 0) return;
  const place = absolutePath(path);
  const message = `EACCES: permission denied, access '${place}'`;
  throw fileError({ code: 'EACCES', errno: -13, syscall: 'access', message, path: place });
}

/** Seconds, a date, or a text of either; in milliseconds. */
export function timeOf(time: unknown): number {
  if (time instanceof Date) return time.getTime();
  const seconds = Number(time);
  if (!Number.isFinite(seconds)) {
    throw invalidType('time', 'an instance of Date', time);
  }
  return seconds * 1000;
}

export interface CopyOptions {
  recursive?: boolean;
}
/** `rm` of a folder. */
export function isFolder(error: unknown, path: unknown): unknown {
  if (!(error instanceof Error && 'code' in error && error.code === 'EISDIR')) return error;
  const words = `Path is a directory: rm returned EISDIR (is a directory) ${path}`;
  return nodeError(Error, 'ERR_FS_EISDIR', words);
}
export function notRecursive(path: string): Error {
  const words = `Recursive option not enabled, cannot copy a directory: cp returned EISDIR (${path} is a directory (not copied)) ${path}`;
  return nodeError(Error, 'ERR_FS_EISDIR', words);
}

/** The same error as from another system call. */
export function as(error: unknown, syscall: string): unknown {
  if (error instanceof Error && 'syscall' in error) {
    const was = String(error.syscall);
    error.message = error.message.replace(`, ${was} `, `, ${syscall} `);
    Object.assign(error, { syscall });
  }
  return error;
}
