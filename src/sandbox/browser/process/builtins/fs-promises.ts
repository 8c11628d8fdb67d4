/** node:fs/promises */
import { callLater } from '../host-calls.ts';
import {
  absolutePath,
  type Data,
  decoder,
  type Encoded,
  listing,
  type PathLike,
  type Recursive,
  readCall,
  type Stats,
  statsOf,
  truncateCall,
  writeCall,
} from './fs-data.ts';

export async function readFile(path: PathLike, options?: Encoded): Promise<unknown> {
  const decode = decoder(options);
  return decode(await callLater(readCall(path)));
}
export async function writeFile(path: PathLike, data: Data, options?: Encoded): Promise<void> {
  await callLater(writeCall(path, data, options));
}
export async function appendFile(path: PathLike, data: Data, options?: Encoded): Promise<void> {
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
export async function readdir(
  path: PathLike,
  options?: { withFileTypes?: boolean },
): Promise<unknown> {
  return listing(await callLater({ op: 'list', path: absolutePath(path) }), path, options);
}
export async function rm(path: PathLike, options?: Recursive): Promise<void> {
  const { recursive = false, force = false } = options ?? {};
  await callLater({ op: 'remove', path: absolutePath(path), recursive, force });
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
export async function access(path: PathLike): Promise<void> {
  await stat(path);
}
export const constants = { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 };
