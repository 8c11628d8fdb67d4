/** node:fs */
import { normalPath } from '../../wire/paths.ts';
import { absolutePath } from '../absolute-path.ts';
import { checkFunction } from '../argument-checks.ts';
import { callNow } from '../host-calls.ts';
import { enter, ref, unref } from '../loop.ts';
import { writeOut } from '../output.ts';
import { shelvedModule } from '../shelf.ts';
import type * as streams from './file-streams.ts';
import {
  as,
  below,
  bytesOf,
  type CopyOptions,
  checkMode,
  type Data,
  Dir,
  Dirent,
  decoder,
  type Encoded,
  flagsFor,
  foldersIn,
  forget,
  isFolder,
  listing,
  moved,
  notRecursive,
  openCall,
  opened,
  openFile,
  type PathLike,
  partOf,
  type ReaddirOptions,
  type Recursive,
  readCall as readAll,
  readOpenCall as readCall,
  readTarget,
  Stats,
  statsOf,
  timeOf,
  truncateOpenCall as truncateCall,
  truncateCall as truncateNamed,
  writeCall as writeAll,
  writeOpenCall as writeCall,
} from './files.ts';
import * as promiseModule from './fs-promises.ts';

/** Without the `default` that a shelved module has. */
const { default: _, ...promises } = promiseModule as typeof promiseModule & { default?: unknown };

export { Dir, Dirent, promises, Stats };
export const constants = promises.constants;

export function readFileSync(path: PathLike | number, options?: Encoded): unknown {
  const decode = decoder(options);
  if (typeof path !== 'number') return decode(callNow(readAll(path)));
  const file = openFile(path, 'read');
  const rest = Math.max(0, fstatSync(path).size - file.position);
  const bytes = callNow(readCall(file, rest, null));
  moved(file, rest, null);
  return decode(bytes);
}
export function writeFileSync(path: PathLike | number, data: Data, options?: Encoded): void {
  if (typeof path === 'number') writeSync(path, data);
  else callNow(writeAll(path, data, options));
}
export function appendFileSync(path: PathLike | number, data: Data, options?: Encoded): void {
  if (typeof path === 'number') writeSync(path, data);
  else callNow(writeAll(path, data, options, true));
}
export function existsSync(path: PathLike): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    if (error instanceof Error && ('errno' in error || 'code' in error)) return false;
    throw error;
  }
}
export function statSync(
  path: PathLike,
  options?: { throwIfNoEntry?: boolean },
): Stats | undefined {
  try {
    return statsOf(callNow({ op: 'stat', path: absolutePath(path) }));
  } catch (error) {
    if (options?.throwIfNoEntry === false) return undefined;
    throw error;
  }
}
export const lstatSync = statSync;
export function accessSync(path: PathLike, mode: number = constants.F_OK): void {
  try {
    statSync(path);
  } catch (error) {
    throw as(error, 'access');
  }
  checkMode(path, mode);
}
export function mkdirSync(path: PathLike, options?: Recursive): unknown {
  const recursive = options?.recursive === true;
  return callNow({ op: 'make-directory', path: absolutePath(path), recursive }) ?? undefined;
}
export function mkdtempSync(prefix: string): unknown {
  return callNow({ op: 'make-temporary', prefix: absolutePath(prefix) });
}
interface DisposableFolder extends Disposable {
  readonly path: string;
  remove(): void;
}
export function mkdtempDisposableSync(prefix: string): DisposableFolder {
  const path = String(mkdtempSync(prefix));
  const remove = () => rmSync(path, { recursive: true, force: true });
  return { path, remove, [Symbol.dispose]: remove };
}
export function readdirSync(path: PathLike, options?: ReaddirOptions): (string | Dirent)[] {
  const root = absolutePath(path);
  const found: (string | Dirent)[] = [];
  const folders = [root];
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    const value = callNow({ op: 'list', path: folder });
    found.push(
      ...below(folder, root, listing(value, String(path) + folder.slice(root.length), options)),
    );
    if (options?.recursive) folders.push(...foldersIn(value, folder));
  }
  return found;
}
export function opendirSync(path: PathLike): Dir {
  return new Dir(String(path), readdirSync(path, { withFileTypes: true }) as Dirent[]);
}
export function rmSync(path: PathLike, options?: Recursive): void {
  const { recursive = false, force = false } = options ?? {};
  try {
    callNow({ op: 'remove', path: absolutePath(path), recursive, force });
  } catch (error) {
    throw isFolder(error, path);
  }
}
export function rmdirSync(path: PathLike): void {
  callNow({ op: 'rmdir', path: absolutePath(path) });
}
export function unlinkSync(path: PathLike): void {
  callNow({ op: 'unlink', path: absolutePath(path) });
}
export function renameSync(path: PathLike, to: PathLike): void {
  callNow({ op: 'rename', path: absolutePath(path), to: absolutePath(to) });
}
export function copyFileSync(path: PathLike, to: PathLike): void {
  callNow({ op: 'copy', path: absolutePath(path), to: absolutePath(to) });
}
export function cpSync(from: PathLike, to: PathLike, options: CopyOptions = {}): void {
  const source = absolutePath(from);
  const target = absolutePath(to);
  if (!statSync(source)?.isDirectory()) {
    copyFileSync(source, target);
    return;
  }
  if (!options.recursive) throw notRecursive(source);
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(source)) cpSync(`${source}/${name}`, `${target}/${name}`, options);
}
export function truncateSync(path: PathLike | number, size = 0): void {
  if (typeof path === 'number') ftruncateSync(path, size);
  else callNow(truncateNamed(path, size));
}
export function utimesSync(path: PathLike, _atime: unknown, mtime: unknown): void {
  callNow({ op: 'touch', path: absolutePath(path), modifiedAt: timeOf(mtime) });
}
export function realpathSync(path: PathLike): string {
  statSync(path);
  return normalPath(absolutePath(path));
}

// ---- open files ------------------------------------------------------------------------------------------------

export function openSync(path: PathLike, flags?: string | number): number {
  const wanted = flagsFor(flags);
  return opened(callNow(openCall(path, wanted)), wanted, path);
}
export function closeSync(fd: number): void {
  const { inode } = openFile(fd, 'close');
  forget(fd);
  callNow({ op: 'open-close', inode });
}
export function fstatSync(fd: number): Stats {
  return statsOf(callNow({ op: 'open-stat', inode: openFile(fd, 'fstat').inode }));
}
/** What is written is there for everybody at once. */
export function fsyncSync(fd: number): void {
  openFile(fd, 'fsync');
}
export const fdatasyncSync = fsyncSync;
export function ftruncateSync(fd: number, size = 0): void {
  callNow(truncateCall(openFile(fd, 'ftruncate'), size));
}
export function futimesSync(fd: number, _atime: unknown, mtime: unknown): void {
  const { inode } = openFile(fd, 'futime');
  callNow({ op: 'open-touch', inode, modifiedAt: timeOf(mtime) });
}
/** Of 1 and 2: a character may be torn apart between two writes. */
const decoders = [new TextDecoder(), new TextDecoder()];

/** To 1 and 2 it writes at once, past the loop, from any thread. */
export function writeSync(fd: number, data: unknown, ...rest: unknown[]): number {
  const { part, position } = partOf(data, rest);
  if (fd === 1 || fd === 2) {
    const bytes = bytesOf(part);
    const text = decoders[fd - 1]?.decode(bytes, { stream: true }) ?? '';
    writeOut(fd === 1 ? 'stdout' : 'stderr', text);
    return bytes.length;
  }
  const file = openFile(fd, 'write');
  const call = writeCall(file, part, position);
  callNow(call);
  moved(file, call.bytes.length, position);
  return call.bytes.length;
}
export function writevSync(fd: number, buffers: readonly Uint8Array[], position?: number): number {
  let written = 0;
  for (const buffer of buffers) {
    const at = position === undefined ? null : position + written;
    written += writeSync(fd, buffer, 0, buffer.length, at);
  }
  return written;
}
export function readSync(fd: number, ...args: unknown[]): number {
  const file = openFile(fd, 'read');
  const target = readTarget(args);
  const found = callNow(readCall(file, target.length, target.position)) as Uint8Array;
  target.bytes.set(found, target.offset);
  moved(file, found.length, target.position);
  return found.length;
}

export function createReadStream(path: PathLike, options?: object): unknown {
  const { ReadStream } = shelvedModule<typeof streams>('internal/file-streams');
  return new ReadStream(path, options);
}
export function createWriteStream(path: PathLike, options?: object): unknown {
  const { WriteStream } = shelvedModule<typeof streams>('internal/file-streams');
  return new WriteStream(path, options);
}

// ---- with callbacks --------------------------------------------------------------------------------------------

type Later = (...args: never[]) => Promise<unknown>;

function withCallback(name: string, run: Later, values: (value: never) => unknown[] = one) {
  const withName = {
    [name](...args: unknown[]): void {
      const callback = args.pop();
      checkFunction(callback, 'cb');
      ref();
      const call = (...results: unknown[]) => {
        unref();
        enter(() => callback(...results));
      };
      (run as (...args: unknown[]) => Promise<unknown>)(...args).then(
        (value) => call(null, ...values(value as never)),
        (error: unknown) => call(error),
      );
    },
  };
  return withName[name] as (...args: unknown[]) => void;
}
const one = (value: unknown): unknown[] => (value === undefined ? [] : [value]);

/** For open files, which the host answers about at once. */
const soon =
  <Args extends never[], Value>(run: (...args: Args) => Value) =>
  async (...args: Args): Promise<Value> => {
    await promises.stat('/');
    return run(...args);
  };

export const readFile = withCallback('readFile', promises.readFile);
export const writeFile = withCallback('writeFile', promises.writeFile);
export const appendFile = withCallback('appendFile', promises.appendFile);
export const mkdir = withCallback('mkdir', promises.mkdir);
export const mkdtemp = withCallback('mkdtemp', promises.mkdtemp);
export const readdir = withCallback('readdir', promises.readdir);
export const opendir = withCallback('opendir', promises.opendir);
export const rm = withCallback('rm', promises.rm);
export const rmdir = withCallback('rmdir', promises.rmdir);
export const unlink = withCallback('unlink', promises.unlink);
export const rename = withCallback('rename', promises.rename);
export const copyFile = withCallback('copyFile', promises.copyFile);
export const cp = withCallback('cp', promises.cp);
export const stat = withCallback('stat', promises.stat);
export const lstat = withCallback('lstat', promises.stat);
export const access = withCallback('access', promises.access);
export const truncate = withCallback('truncate', promises.truncate);
export const utimes = withCallback('utimes', promises.utimes);
export const realpath = withCallback('realpath', promises.realpath);
export const open = withCallback('open', soon(openSync));
export const close = withCallback('close', soon(closeSync));
export const fstat = withCallback('fstat', soon(fstatSync));
export const fsync = withCallback('fsync', soon(fsyncSync));
export const fdatasync = withCallback('fdatasync', soon(fdatasyncSync));
export const ftruncate = withCallback('ftruncate', soon(ftruncateSync));
export const futimes = withCallback('futimes', soon(futimesSync));
export const read = withCallback(
  'read',
  async (fd: number, ...args: unknown[]) => {
    await promises.stat('/');
    const target = readTarget(args);
    const { buffer, offset, length, position } = target;
    return { bytesRead: readSync(fd, buffer, offset, length, position), buffer };
  },
  ({ bytesRead, buffer }: { bytesRead: number; buffer: ArrayBufferView }) => [bytesRead, buffer],
);
export const write = withCallback(
  'write',
  async (fd: number, data: unknown, ...rest: unknown[]) => {
    await promises.stat('/');
    return { written: writeSync(fd, data, ...rest), data };
  },
  ({ written, data }: { written: number; data: unknown }) => [written, data],
);

export function exists(path: PathLike, callback: (exists: boolean) => void): void {
  stat(path, (error: unknown) => callback(error === null));
}
