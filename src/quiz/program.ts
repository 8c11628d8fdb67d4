/** Programs that questions speak of: how they are written, shown, and held to what a question says of them. */
import type { z } from 'astro/zod';
import type { Diagnostic } from '../course/diagnostic.ts';
import type { Listing, Place, RunProgram, Zod } from './types.ts';

/** A program of several outcomes is run until each was seen, a program of one a few times. */
export const FEWEST_RUNS = 3;
const MOST_RUNS = 100;

/**
 *     program:
 *       entry: main.ts
 *       files:
 *         main.ts: |
 *           console.log('done');
 *       exitCode: 0                # unless it ends otherwise
 */
export const programField = (zod: Zod) =>
  zod
    .strictObject({
      entry: zod.string(),
      files: zod.record(zod.string(), zod.string()),
      exitCode: zod.number().int().default(0),
    })
    .refine(({ entry, files }) => Object.hasOwn(files, entry), {
      path: ['entry'],
      message: 'one of `files`',
    });

export type QuestionProgram = z.infer<ReturnType<typeof programField>>;

/** Its files, the entry first. */
export function listingsOf({ entry, files }: QuestionProgram): readonly Listing[] {
  return Object.entries(files)
    .sort(([a], [b]) => Number(b === entry) - Number(a === entry))
    .map(([title, code]) => ({ title, code, language: title.endsWith('.ts') ? 'ts' : 'text' }));
}

/** What a program prints, as answers are written: the end of the last line is no part of it. */
export const exact = (output: string): string => output.replaceAll('\r\n', '\n').replace(/\n$/, '');

/** Where a question is written, and which file tells how it should be. */
export interface Claimed extends Place {
  readonly read: string;
}

/**
 * Runs a program until it has printed each of the `outputs`, and shows that it prints nothing else.
 * `seenOf` takes out of the output what the question speaks of, if that is not all of it.
 */
export async function printsOnly(
  { exitCode, ...program }: QuestionProgram,
  outputs: readonly string[],
  run: RunProgram,
  claimed: Claimed,
  seenOf: (output: string) => string = exact,
): Promise<readonly Diagnostic[]> {
  const expected = new Set(outputs.map(exact));
  const seen = new Set<string>();
  for (let runs = 0; runs < MOST_RUNS; runs++) {
    if (runs >= FEWEST_RUNS && seen.size === expected.size) return [];
    const result = await run(program);
    const output = seenOf(exact(result.stdout));
    if (result.exitCode !== exitCode) {
      const found = `exit code ${result.exitCode}`;
      return [{ ...claimed, expected: `exit code ${exitCode}`, found }];
    }
    if (!expected.has(output)) {
      const one = [...expected].map((each) => JSON.stringify(each)).join(' or ');
      return [{ ...claimed, expected: one, found: JSON.stringify(output) }];
    }
    seen.add(output);
  }
  return [...expected]
    .filter((each) => !seen.has(each))
    .map((each) => ({
      ...claimed,
      expected: `in one of ${MOST_RUNS} runs: ${JSON.stringify(each)}`,
      found: 'never printed',
    }));
}
