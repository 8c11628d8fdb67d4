import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';

/**
 * For tests of programs that live by the clock, as those of the course do: where the machine does something else for
 * a quarter of a second, a call comes late and one less is in flight. What fails three times in a row is wrong.
 */
export const onARealClock = { timeout: 60_000, retry: 2 } as const;

/**
 * The programs of a lesson, to be run on Node and changed as its text proposes, in a folder of each test's own.
 * `lesson` is its folder below `content/`.
 */
export function experimentsOf(lesson: string) {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'experiment-'));
    // For a task that takes a package.
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const pathOf = (file: string) => join(folder, file);

  return {
    /** Lays the experiment's files into the folder. */
    take(experiment: string): void {
      cpSync(join('content', lesson, 'experiments', experiment), folder, { recursive: true });
    },

    /** In a file of it, wherever `from` stands. */
    change(file: string, from: string, to: string): void {
      const text = readFileSync(pathOf(file), 'utf8');
      expect(text).toContain(from);
      writeFileSync(pathOf(file), text.replaceAll(from, to));
    },

    /** Lays the solution of an exercise over its files. */
    takeSolution: () => cpSync(pathOf('solution'), folder, { recursive: true }),

    /** The text of a file of it. */
    read: (file: string): string => readFileSync(pathOf(file), 'utf8'),

    /** Gives what it prints; throws where it does not end with 0. */
    run: (entry = 'main.ts'): string =>
      execFileSync(process.execPath, [pathOf(entry)], { encoding: 'utf8' }),

    /** Runs it to its end, whatever that is. */
    outcome: (): { stdout: string; status: number | null } =>
      spawnSync(process.execPath, [pathOf('main.ts')], { encoding: 'utf8' }),

    /** Ends it from outside after a time. Gives what it had printed by then. */
    runFor(limitMs: number): string {
      const options = { encoding: 'utf8', timeout: limitMs, killSignal: 'SIGKILL' } as const;
      return spawnSync(process.execPath, [pathOf('main.ts')], options).stdout;
    },
  };
}
