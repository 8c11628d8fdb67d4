/** node:fs */
import { callNow, fileError } from '../host-calls.ts';
import { enter, ref, unref } from '../loop.ts';
import { writeOut } from '../output.ts';
import {
  absolutePath,
  bytesOf,
  type Data,
  Dirent,
  decoder,
  type Encoded,
  listing,
  type PathLike,
  type Recursive,
  readCall,
  Stats,
  statsOf,
  truncateCall,
  writeCall,
} from './fs-data.ts';
import * as promises from './fs-promises.ts';
import { type OpenFile, openFiles as open } from './open-files.ts';

export { Dirent, promises, Stats };
export const constants = promises.constants;

export function readFileSync(path: PathLike | number, options?: Encoded): unknown {
  const decode = decoder(options);
  return decode(callNow(readCall(typeof path === 'number' ? fileOf(path).path : path)));
}
export function writeFileSync(path: PathLike, data: Data, options?: Encoded): void {
  callNow(writeCall(path, data, options));
}
export function appendFileSync(path: PathLike, data: Data, options?: Encoded): void {
  callNow(writeCall(path, data, options, true));
}
export function existsSync(path: PathLike): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'errno' in error) return false;
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
export function accessSync(path: PathLike): void {
  statSync(path);
}
export function mkdirSync(path: PathLike, options?: Recursive): unknown {
  const recursive = options?.recursive === true;
  return callNow({ op: 'make-directory', path: absolutePath(path), recursive }) ?? undefined;
}
export function mkdtempSync(prefix: string): unknown {
  return callNow({ op: 'make-temporary', prefix: absolutePath(prefix) });
}
export function readdirSync(path: PathLike, options?: { withFileTypes?: boolean }): unknown {
  return listing(callNow({ op: 'list', path: absolutePath(path) }), path, options);
}
export function rmSync(path: PathLike, options?: Recursive): void {
  const { recursive = false, force = false } = options ?? {};
  callNow({ op: 'remove', path: absolutePath(path), recursive, force });
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
export function truncateSync(path: PathLike, size = 0): void {
  callNow(truncateCall(path, size));
}

// ---- open files ------------------------------------------------------------------------------------------------

function fileOf(fd: number): OpenFile {
  const file = open.get(fd);
  if (file) return file;
  const message = 'EBADF: bad file descriptor, write';
  throw fileError({ code: 'EBADF', errno: -9, syscall: 'write', message, path: '' });
}

export function openSync(path: PathLike, flags = 'r'): number {
  const place = absolutePath(path);
  const nothing = new Uint8Array();
  const exclusive = flags.includes('x');
  if (flags.startsWith('w')) callNow({ op: 'write', path: place, bytes: nothing, exclusive });
  else if (flags.startsWith('a')) callNow({ op: 'append', path: place, bytes: nothing, exclusive });
  else callNow({ op: 'read', path: place });
  const fd = Math.max(19, ...open.keys()) + 1;
  open.set(fd, { path: place, position: 0 });
  return fd;
}
export function closeSync(fd: number): void {
  fileOf(fd);
  open.delete(fd);
}
export function fsyncSync(fd: number): void {
  fileOf(fd);
}
/** To 1 and 2 it writes at once, past the loop, from any thread. */
export function writeSync(fd: number, data: Data): number {
  const bytes = bytesOf(data);
  if (fd === 1 || fd === 2) {
    writeOut(fd === 1 ? 'stdout' : 'stderr', new TextDecoder().decode(bytes));
    return bytes.length;
  }
  callNow({ op: 'append', path: fileOf(fd).path, bytes });
  return bytes.length;
}
export function readSync(
  fd: number,
  buffer: Uint8Array,
  offset = 0,
  length = buffer.length - offset,
): number {
  const file = fileOf(fd);
  const all = callNow({ op: 'read', path: file.path });
  const part =
    all instanceof Uint8Array
      ? all.subarray(file.position, file.position + length)
      : new Uint8Array();
  buffer.set(part, offset);
  file.position += part.length;
  return part.length;
}

// ---- with callbacks --------------------------------------------------------------------------------------------

function withCallback(name: string, run: (...args: never[]) => Promise<unknown>) {
  const withName = {
    [name](...args: unknown[]): void {
      const callback = args.pop();
      if (typeof callback !== 'function')
        throw new TypeError('The "cb" argument must be of type function.');
      ref();
      const call = (...values: unknown[]) => {
        unref();
        enter(() => callback(...values));
      };
      (run as (...args: unknown[]) => Promise<unknown>)(...args).then(
        (value) => call(null, value),
        (error: unknown) => call(error),
      );
    },
  };
  return withName[name] as (...args: unknown[]) => void;
}

export const readFile = withCallback('readFile', promises.readFile);
export const writeFile = withCallback('writeFile', promises.writeFile);
export const appendFile = withCallback('appendFile', promises.appendFile);
export const mkdir = withCallback('mkdir', promises.mkdir);
export const mkdtemp = withCallback('mkdtemp', promises.mkdtemp);
export const readdir = withCallback('readdir', promises.readdir);
export const rm = withCallback('rm', promises.rm);
export const rmdir = withCallback('rmdir', promises.rmdir);
export const unlink = withCallback('unlink', promises.unlink);
export const rename = withCallback('rename', promises.rename);
export const copyFile = withCallback('copyFile', promises.copyFile);
export const stat = withCallback('stat', promises.stat);
export const lstat = withCallback('lstat', promises.stat);
export const access = withCallback('access', promises.access);
