/** The files that a thread has open, by their descriptors: what is asked of the host about them. */
import type { FileCall, FileStat, FileValue } from '../../wire/file-calls.ts';
import { absolutePath } from '../absolute-path.ts';
import { checkInteger, invalidType } from '../argument-checks.ts';
import { fileError } from '../host-calls.ts';
import { type FileFlags, flagsOf } from './file-flags.ts';
import { bytesOf } from './fs-data.ts';

export interface OpenFile extends FileFlags {
  readonly inode: number;
  /** As it was opened; it may have another name by now. */
  readonly path: string;
  /** Where the next read or write without a place of its own begins. */
  position: number;
}

/** As high as on a Node that has just started, whose first ones are taken by itself. */
const FIRST = 20;
const open = new Map<number, OpenFile>();
export const openFiles: ReadonlyMap<number, OpenFile> = open;

export function openCall(path: unknown, flags: FileFlags): FileCall {
  const { create, exclusive, truncate, write } = flags;
  return { op: 'open', path: absolutePath(path), create, exclusive, truncate, write };
}

/** Notes what the host has opened; gives its descriptor. */
export function opened(value: FileValue, flags: FileFlags, path: unknown): number {
  let fd = FIRST;
  while (open.has(fd)) fd++;
  const { inode } = value as FileStat;
  open.set(fd, { ...flags, inode, path: absolutePath(path), position: 0 });

  return fd;
}

export function openFile(fd: unknown, syscall: string): OpenFile {
  if (typeof fd !== 'number') throw invalidType('fd', 'of type number', fd);
  checkInteger(fd, 'fd', 0, 2 ** 31 - 1);
  return open.get(fd) ?? badDescriptor(syscall);
}

export function forget(fd: number): void {
  open.delete(fd);
}

export function readCall(file: OpenFile, length: number, position: unknown): FileCall {
  if (!file.read) badDescriptor('read');
  const from = typeof position === 'number' && position >= 0 ? position : file.position;
  return { op: 'open-read', inode: file.inode, from, length };
}
/** The place moves on only where none was given. */
export function moved(file: OpenFile, bytes: number, position: unknown): void {
  if (!(typeof position === 'number' && position >= 0)) file.position += bytes;
}

export function writeCall(
  file: OpenFile,
  data: unknown,
  position?: unknown,
): FileCall & { bytes: Uint8Array } {
  if (!file.write) badDescriptor('write');
  const place = typeof position === 'number' && position >= 0 ? position : file.position;
  const from = file.append ? 'end' : place;
  return { op: 'open-write', inode: file.inode, from, bytes: bytesOf(data) };
}

export function truncateCall(file: OpenFile, size: unknown = 0): FileCall {
  if (!file.write) badDescriptor('ftruncate');
  checkInteger(size, 'len');
  return { op: 'open-truncate', inode: file.inode, size: Math.max(0, size) };
}

export function flagsFor(flags: unknown): FileFlags {
  return flagsOf(flags ?? 'r');
}

function badDescriptor(syscall: string): never {
  const message = `EBADF: bad file descriptor, ${syscall}`;
  throw fileError({ code: 'EBADF', errno: -9, syscall, message, path: '' });
}

/** The arguments of `read`: a buffer, or options with one. */
export interface ReadTarget {
  /** As it was given; a Buffer where none was. */
  readonly buffer: ArrayBufferView;
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly length: number;
  readonly position: unknown;
}
const DEFAULT_BYTES = 16 * 1024;

export function readTarget(args: readonly unknown[]): ReadTarget {
  const [first, second, third, fourth] = args;
  const isView = ArrayBuffer.isView(first);
  const options = (isView ? second : first) as Partial<ReadTarget> | number | null | undefined;
  const given = isView ? first : typeof options === 'object' ? options?.buffer : undefined;
  const buffer = given ?? globalThis.Buffer.alloc(DEFAULT_BYTES);
  const bytes = new Uint8Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.byteLength);
  const named = typeof options === 'object' && options !== null ? options : {};
  const offset = Number((typeof options === 'number' ? options : named.offset) ?? 0);
  const length = Number(
    (typeof third === 'number' ? third : named.length) ?? bytes.length - offset,
  );
  checkInteger(offset, 'offset', 0, bytes.length);
  checkInteger(length, 'length', 0, bytes.length - offset);
  return { buffer, bytes, offset, length, position: fourth ?? named.position ?? null };
}
