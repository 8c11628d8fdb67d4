/** What a panel is given to run, as JSON in its HTML. */
import type { EngineId, Files, Program } from '../../sandbox/engine.ts';
import type { OutcomeSource } from '../../trace/outcomes.ts';
import type { Prediction } from './prediction.ts';

export interface PanelProgram {
  /** The experiment's name: what progress and the reader's edits are kept under. None of both without it. */
  readonly name?: string;
  readonly files: Files;
  /** Without it the first file is run. */
  readonly entry?: string;
  /** For some of the files: the same text with its types blanked out. */
  readonly stripped?: Files;
  readonly timeLimitMs: number;
  readonly engine: EngineId;
  /** Tells one version of the files from another; an edit remembers which one it began from. */
  readonly original: string;
  readonly prediction?: Prediction;
  /** What is compared between runs; without it the last line printed. */
  readonly outcome?: OutcomeSource;
}

/** The names of the files that differ from the original, those that were added or removed included. */
export function editedFiles(original: Files, files: Files): ReadonlySet<string> {
  const names = new Set([...Object.keys(original), ...Object.keys(files)]);
  return new Set([...names].filter((name) => original[name] !== files[name]));
}

/** The file that is run: the program's entry, or the first file where there is none, or none any more. */
export function entryOf({ entry = '' }: PanelProgram, files: Files): string {
  return Object.hasOwn(files, entry) ? entry : (Object.keys(files)[0] ?? entry);
}

/** The program to run: with types blanked out ahead of time only where the text is still the original. */
export function programOf(program: PanelProgram, files: Files): Program {
  const { files: original, stripped = {} } = program;
  const unchanged = Object.entries(stripped).filter(([name]) => files[name] === original[name]);
  return { files, entry: entryOf(program, files), stripped: Object.fromEntries(unchanged) };
}
