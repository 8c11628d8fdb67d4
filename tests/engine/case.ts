/**
 * A program of the contract is a folder `cases/<group>/<name>/`. Its group is one of `groups.ts`.
 *
 *     main.ts             what runs; any other file beside it, in folders too, is there for it to use
 *     case.json           settings, where it needs some: see `CaseSettings`
 *     expected.stdout     what real Node printed and how it ended, taken down by `node.test.ts`, never by hand;
 *     expected.stderr     a file that is not there stands for no output
 *     expected.exit       and for exit code 0
 *
 * To add one: write its files, run `npx vitest run --project node tests/engine -u`, read what was taken down.
 * Print nothing that depends on the clock, on the machine or on who wins a race.
 */
import type { Files } from '../../src/sandbox/engine.ts';
import type { Group } from './groups.ts';

/**
 * What `case.json` may say:
 *
 *     {
 *       "args": ["--fast"], "env": { "LEVEL": "3" },
 *       "input": "first line\nsecond line\n",
 *       "after": [
 *         { "printed": "ready\n", "write": "go on\n" },
 *         { "printed": "gone on\n", "kill": "SIGTERM" }
 *       ],
 *       "timeLimitMs": 5000,
 *       "alike": ["durations"]
 *     }
 */
export interface CaseSettings {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The whole of standard input, which then ends. Without it the input stays open and silent. */
  readonly input?: string;
  /** What is done once standard output holds a text, one after the other. */
  readonly after?: readonly Step[];
  /** How long the program may take on any engine; 20 seconds, where nothing is said. */
  readonly timeLimitMs?: number;
  /** What two runs of this program may differ in, by names of `comparison.ts`. */
  readonly alike?: readonly Alike[];
}

/** `write`: to standard input; `end`: ends it; `kill`: the signal. */
export type Step = { readonly printed: string } & (
  | { readonly write: string }
  | { readonly end: true }
  | { readonly kill: 'SIGTERM' | 'SIGKILL' }
);

/**
 * - `numbers`: every number is as good as another, and so many lines in a row that differ in nothing else;
 * - `durations`: times that a module prints by itself, with their unit or named `duration_ms`;
 * - `frames`: what a printed stack says of the inside of the engine;
 * - `line-order`: the lines of a program whose threads race to print them;
 * - `beginning`: only the first twenty lines count.
 */
export type Alike = 'numbers' | 'durations' | 'frames' | 'line-order' | 'beginning';

/** A program, and what is done with it while it runs. */
export interface Runnable extends CaseSettings {
  readonly files: Files;
  /** The key of `files` that is started. */
  readonly entry: string;
}

export interface Case extends Runnable {
  /** `group/name`. */
  readonly id: string;
  readonly group: Group;
  readonly name: string;
  /** What Node did. */
  readonly expected: Ran;
}

/** What a run of a program gave. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  /** As a shell reports it, 128 + the signal's number for a process that was killed; `timed out` past the limit. */
  readonly exit: string;
}
