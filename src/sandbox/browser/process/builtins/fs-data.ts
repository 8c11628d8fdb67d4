/** What node:fs and node:fs/promises have in common: arguments in, values out. */
import type { FileCall, FileStat, FileValue, ListedFile } from '../../wire/file-calls.ts';
import { nodeError } from '../node-error.ts';
import { shelvedModule } from '../shelf.ts';
import { thread } from '../thread.ts';
import type * as buffer from './buffer.ts';

export type PathLike = string | URL | Uint8Array;
export type Data = string | ArrayBufferView | ArrayBuffer;
export type Encoded = string | { encoding?: string | null; flag?: string } | null | undefined;
export interface Recursive {
  recursive?: boolean;
  force?: boolean;
}

export function absolutePath(path: unknown): string {
  if (path instanceof URL) return decodeURIComponent(path.pathname);
  const text = path instanceof Uint8Array ? new TextDecoder().decode(path) : path;
  if (typeof text !== 'string') {
    const words = 'The "path" argument must be of type string or an instance of Buffer or URL.';
    throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', words);
  }
  return text.startsWith('/') ? text : `${thread().cwd}/${text}`;
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
  readonly size: number;
  readonly mode: number;
  readonly ino: number;
  readonly mtimeMs: number;
  readonly mtime: Date;
  readonly #kind: FileStat['kind'];
  constructor({ kind, size, modifiedAt, inode }: FileStat) {
    this.#kind = kind;
    this.size = size;
    this.mode = kind === 'file' ? 0o100644 : 0o40755;
    this.ino = inode;
    this.mtimeMs = modifiedAt;
    this.mtime = new Date(modifiedAt);
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

export function listing(
  value: FileValue,
  path: PathLike,
  options?: { withFileTypes?: boolean },
): (string | Dirent)[] {
  const files = value as readonly ListedFile[];
  if (!options?.withFileTypes) return files.map(({ name }) => name);
  return files.map((file) => new Dirent(file, absolutePath(path)));
}
