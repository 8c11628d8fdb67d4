/** node:fs/promises */
import { normalPath } from '../../wire/paths.ts';
import { absolutePath } from '../absolute-path.ts';
import { callLater } from '../host-calls.ts';
import {
  as,
  below,
  type CopyOptions,
  checkMode,
  constants,
  type Data,
  Dir,
  type Dirent,
  decoder,
  type Encoded,
  FileHandle,
  flagsFor,
  foldersIn,
  isFolder,
  listing,
  notRecursive,
  openCall,
  opened,
  type PathLike,
  type ReaddirOptions,
  type Recursive,
  readCall,
  type Stats,
  statsOf,
  timeOf,
  truncateCall,
  writeCall,
} from './files.ts';

export async function readFile(path: PathLike | FileHandle, options?: Encoded): Promise<unknown> {
  if (path instanceof FileHandle) return path.readFile(options);
  const decode = decoder(options);
  return decode(await callLater(readCall(path)));
}
export async function writeFile(
  path: PathLike | FileHandle,
  data: Data,
  options?: Encoded,
): Promise<void> {
  if (path instanceof FileHandle) return path.writeFile(data, options);
  await callLater(writeCall(path, data, options));
}
export async function appendFile(
  path: PathLike | FileHandle,
  data: Data,
  options?: Encoded,
): Promise<void> {
  if (path instanceof FileHandle) return path.appendFile(data, options);
  await callLater(writeCall(path, data, options, true));
}
export async function mkdir(path: PathLike, options?: Recursive): Promise<unknown> {
  const recursive = options?.recursive === true;
  return (
    (await callLater({ op: 'make-directory', path: absolutePath(path), recursive })) ?? undefined
  );
}
export async function mkdtemp(prefix: string): Promise<unknown> {
  return callLater({ op: 'make-temporary', prefix: absolutePath(prefix) });
}
export async function readdir(path: PathLike, options?: ReaddirOptions): Promise<unknown> {
  const root = absolutePath(path);
  const found: (string | Dirent)[] = [];
  const folders = [root];
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    const value = await callLater({ op: 'list', path: folder });
    found.push(
      ...below(folder, root, listing(value, String(path) + folder.slice(root.length), options)),
    );
    if (options?.recursive) folders.push(...foldersIn(value, folder));
  }
  return found;
}
export async function rm(path: PathLike, options?: Recursive): Promise<void> {
  const { recursive = false, force = false } = options ?? {};
  try {
    await callLater({ op: 'remove', path: absolutePath(path), recursive, force });
  } catch (error) {
    throw isFolder(error, path);
  }
}
export async function rmdir(path: PathLike): Promise<void> {
  await callLater({ op: 'rmdir', path: absolutePath(path) });
}
export async function unlink(path: PathLike): Promise<void> {
  await callLater({ op: 'unlink', path: absolutePath(path) });
}
export async function rename(path: PathLike, to: PathLike): Promise<void> {
  await callLater({ op: 'rename', path: absolutePath(path), to: absolutePath(to) });
}
export async function copyFile(path: PathLike, to: PathLike): Promise<void> {
  await callLater({ op: 'copy', path: absolutePath(path), to: absolutePath(to) });
}
export async function truncate(path: PathLike, size = 0): Promise<void> {
  await callLater(truncateCall(path, size));
}
export async function stat(path: PathLike): Promise<Stats> {
  return statsOf(await callLater({ op: 'stat', path: absolutePath(path) }));
}
export const lstat = stat;
export async function access(path: PathLike, mode: number = constants.F_OK): Promise<void> {
  try {
    await stat(path);
  } catch (error) {
    throw as(error, 'access');
  }
  checkMode(path, mode);
}
export async function utimes(path: PathLike, _atime: unknown, mtime: unknown): Promise<void> {
  await callLater({ op: 'touch', path: absolutePath(path), modifiedAt: timeOf(mtime) });
}
export async function realpath(path: PathLike): Promise<string> {
  await stat(path);
  return normalPath(absolutePath(path));
}
export async function cp(from: PathLike, to: PathLike, options: CopyOptions = {}): Promise<void> {
  const source = absolutePath(from);
  if (!(await stat(source)).isDirectory()) {
    await copyFile(source, to);
    return;
  }
  if (!options.recursive) throw notRecursive(source);
  const target = absolutePath(to);
  await mkdir(target, { recursive: true });
  for (const name of (await readdir(source)) as string[]) {
    await cp(`${source}/${name}`, `${target}/${name}`, options);
  }
}
export async function open(path: PathLike, flags?: unknown): Promise<FileHandle> {
  const wanted = flagsFor(flags);
  return new FileHandle(opened(await callLater(openCall(path, wanted)), wanted, path));
}
export async function opendir(path: PathLike): Promise<Dir> {
  const files = (await readdir(path, { withFileTypes: true })) as Dirent[];
  return new Dir(String(path), files);
}
interface DisposableFolder extends AsyncDisposable {
  readonly path: string;
  remove(): Promise<void>;
}
export async function mkdtempDisposable(prefix: string): Promise<DisposableFolder> {
  const path = String(await mkdtemp(prefix));
  const remove = () => rm(path, { recursive: true, force: true });
  return { path, remove, [Symbol.asyncDispose]: remove };
}
export { constants };
