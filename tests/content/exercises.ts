/** The exercises of the course, as a check runs them: with the files as they are given, and with the solution. */
import type { Program } from '../../src/sandbox/engine.ts';

export interface CheckedProgram {
  readonly name: string;
  readonly start: Program;
  readonly solved: Program;
}

/** `texts` are those of the `.ts` files of all experiments, by path from the project's root. */
export function exercisesOf(texts: Readonly<Record<string, string>>): readonly CheckedProgram[] {
  const folders = new Map<string, Record<string, string>>();
  for (const [path, text] of Object.entries(texts)) {
    const [, folder, file] = /^\/?(content\/.*\/experiments\/[^/]+)\/(.*)$/.exec(path) ?? [];
    if (folder === undefined || file === undefined) continue;
    folders.set(folder, { ...folders.get(folder), [file]: text });
  }
  return [...folders].flatMap(([folder, all]) => {
    if (all['check.ts'] === undefined) return [];
    const files: Record<string, string> = {};
    const solution: Record<string, string> = {};
    for (const [file, text] of Object.entries(all))
      if (file.startsWith('solution/')) solution[file.slice('solution/'.length)] = text;
      else files[file] = text;
    const name = folder.replace(/.*\//, '');
    const program = (given: Readonly<Record<string, string>>) => ({
      files: given,
      entry: 'check.ts',
    });
    return [{ name, start: program(files), solved: program({ ...files, ...solution }) }];
  });
}
