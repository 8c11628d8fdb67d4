/**
 * The folder that Node finds in a container:
 *
 *     main.ts …                                     the program's files, as the reader wrote them
 *     package.json                                  modules, on Node.js 22; a program may bring its own
 *     node_modules/p-limit/ …                       the shipped packages, each as one module
 *     node_modules/.unblocked/trace-preload.mjs     what draws the timeline
 *     node_modules/.unblocked/without-types.mjs     for a Node that does not take types out by itself,
 *     node_modules/.unblocked/stripped/main.ts …    and what it then loads instead
 */

import { scripts } from 'virtual:webcontainer/scripts';
import type { DirectoryNode, FileSystemTree } from '@webcontainer/api';
import type { Files, Program } from '../engine.ts';
import { shippedPackages } from '../shipped-packages.ts';
import type { Stripper } from '../typescript/stripper.ts';

const OURS = 'node_modules/.unblocked';
export const TRACE_PRELOAD = `./${OURS}/trace-preload.mjs`;
export const WITHOUT_TYPES = `./${OURS}/without-types.mjs`;

/** Selects Node.js 22 and says that files are modules. */
export const packageJson = JSON.stringify({
  private: true,
  type: 'module',
  engines: { node: '22' },
});

/** `stripper` where Node wants the files without their types. */
export async function programFiles(
  program: Program,
  stripper: Stripper | undefined,
): Promise<FileSystemTree> {
  const [tracePreload, withoutTypes, packageFiles, stripped] = await Promise.all([
    textOf('trace-preload'),
    textOf('without-types'),
    packages(),
    stripper ? strippedFiles(program, stripper) : {},
  ]);
  return treeOf({
    'package.json': packageJson,
    ...packageFiles,
    ...program.files,
    [`${OURS}/trace-preload.mjs`]: tracePreload,
    [`${OURS}/without-types.mjs`]: withoutTypes,
    ...stripped,
  });
}

/** Those that came stripped with the program, and the others stripped now. */
async function strippedFiles(program: Program, stripper: Stripper): Promise<Files> {
  const typed = Object.entries(program.files).filter(([path]) => /\.[cm]?ts$/.test(path));
  const entries = await Promise.all(
    typed.map(async ([path, text]): Promise<[string, string]> => {
      const ahead = program.stripped?.[path];
      if (ahead !== undefined) return [`${OURS}/stripped/${path}`, ahead];
      const strip = await stripper.strip(path, text);
      return strip.type === 'code'
        ? [`${OURS}/stripped/${path}`, strip.code]
        : [`${OURS}/stripped/${path}.fault`, strip.fault.message];
    }),
  );
  return Object.fromEntries(entries);
}

async function packages(): Promise<Files> {
  const entries = await Promise.all(
    shippedPackages.map(async (name) => {
      const settings = { name, type: 'module', exports: './index.js' };
      return [
        [`node_modules/${name}/package.json`, JSON.stringify(settings)],
        [`node_modules/${name}/index.js`, await textOf(name)],
      ];
    }),
  );
  return Object.fromEntries(entries.flat());
}

const loaded = new Map<string, Promise<string>>();

/** A script that the site serves; asked for again where it could not be had. */
function textOf(name: keyof typeof scripts): Promise<string> {
  const known = loaded.get(name);
  if (known) return known;
  const loading = fetch(scripts[name]).then((response) => {
    if (!response.ok) throw new Error(`${scripts[name]} could not be loaded.`);
    return response.text();
  });
  loaded.set(name, loading);
  loading.catch(() => loaded.delete(name));
  return loading;
}

/** Paths as the client wants them: folders in folders. */
export function treeOf(files: Files): FileSystemTree {
  const tree: FileSystemTree = {};
  for (const [path, contents] of Object.entries(files)) {
    const folders = path.split('/').filter((part) => part !== '' && part !== '.');
    const name = folders.pop() ?? path;
    let place = tree;
    for (const folder of folders) {
      const there = place[folder];
      const next: DirectoryNode = there && 'directory' in there ? there : { directory: {} };
      place[folder] = next;
      place = next.directory;
    }
    place[name] = { file: { contents } };
  }
  return tree;
}
