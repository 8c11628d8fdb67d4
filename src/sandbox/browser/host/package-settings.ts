/** What a program's `package.json` files say about its modules: the nearest one above a file counts. */

import { folderOf, normalPath } from '../wire/paths.ts';
import type { FileSystem } from './file-system.ts';

export interface PackageSettings {
  /** Of the `package.json` itself. */
  readonly path: string;
  readonly type: unknown;
  readonly imports: Readonly<Record<string, unknown>>;
}

export function settingsFor(files: FileSystem, path: string): PackageSettings | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const place = normalPath(`${folder}/package.json`);
    const text = files.text(place);
    if (text !== undefined) return read(place, text);
    if (folder === '/') return undefined;
  }
}

function read(path: string, text: string): PackageSettings {
  try {
    const { type, imports } = JSON.parse(text);
    return { path, type, imports: typeof imports === 'object' && imports !== null ? imports : {} };
  } catch {
    return { path, type: undefined, imports: {} };
  }
}

/** What a `#name` stands for: a specifier, as seen from the folder of the `package.json`. */
export function importNamed(
  { imports }: PackageSettings,
  name: string,
  how: 'import' | 'require',
): string | undefined {
  if (Object.hasOwn(imports, name)) return chosen(imports[name], how);
  const patterns = Object.keys(imports).filter((key) => key.includes('*'));
  // The longest beginning wins.
  for (const pattern of patterns.sort((a, b) => b.indexOf('*') - a.indexOf('*'))) {
    const [before = '', after = ''] = pattern.split('*');
    if (!name.startsWith(before) || !name.endsWith(after) || name.length < pattern.length) continue;
    const middle = name.slice(before.length, name.length - after.length);
    return chosen(imports[pattern], how)?.replaceAll('*', middle);
  }
  return undefined;
}

/** Of several conditions the first that holds. */
function chosen(target: unknown, how: 'import' | 'require'): string | undefined {
  if (typeof target === 'string') return target;
  if (typeof target !== 'object' || target === null) return undefined;
  for (const [condition, value] of Object.entries(target)) {
    if (![how, 'node', 'default', 'module-sync'].includes(condition)) continue;
    const found = chosen(value, how);
    if (found !== undefined) return found;
  }
  return undefined;
}
