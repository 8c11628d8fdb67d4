/** Asks whatever runs programs what Node's modules export there. */
import { nodeModules } from '../../../src/sandbox/browser/host/absent.ts';
import type { Ran, Runnable } from '../case.ts';
import program from './list-exports.ts?raw';

/** By module, without `node:`: the names of its exports, sorted, or the words with which it is refused. */
export type ModuleExports = Readonly<Record<string, readonly string[] | string>>;

export const exportsProgram: Runnable = {
  files: { 'main.ts': program },
  entry: 'main.ts',
  args: [...nodeModules],
};

export function exportsOf({ stdout, stderr, exit }: Ran): ModuleExports {
  if (exit !== '0') throw new Error(`The exports could not be listed: ${stderr}`);
  return JSON.parse(stdout) as ModuleExports;
}
