/** How many, how long, how much? Near is right, as near as the question says; and the program tells the number. */
import type { z } from 'astro/zod';
import type { Diagnostic } from '../course/diagnostic.ts';
import { commonFields, readField } from './common-fields.ts';
import { FEWEST_RUNS, listingsOf, programField } from './program.ts';
import { otherwiseExplanation, slipExplanations, slipFields } from './slips.ts';
import type { QuestionKind, Zod } from './types.ts';

/**
 *     - id: how-many-while-it-computes
 *       revision: 1
 *       kind: estimate-number
 *       prompt: How many ticks come while the loop below runs?
 *       program:                     # optional; the last number that it prints is the one that is asked for
 *         entry: main.ts
 *         files:
 *           main.ts: |
 *             let ticks = 0;
 *             const timer = setInterval(() => ticks++, 1);
 *             const end = Date.now() + 30;
 *             while (Date.now() < end);
 *             clearInterval(timer);
 *             console.log(ticks);
 *       answer: 0
 *       tolerance: 0                 # either way; every run of the tests is as near as that
 *       unit: ticks
 *       explanation: A tick needs the loop, and the loop is not free before the program has come to its end.
 *       read: the-slow-view#one-callback-at-a-time
 *       slips:                       # wrong numbers worth a word of their own
 *         - from: 25
 *           to: 35
 *           explanation: That would be so if a timer could interrupt.
 *           misconception: the-loop-interrupts
 *       otherwise: Ask when the first tick could be called at all.
 */
const schema = (zod: Zod) =>
  zod
    .strictObject({
      ...commonFields(zod),
      kind: zod.literal('estimate-number'),
      program: programField(zod).optional(),
      answer: zod.number(),
      tolerance: zod.number().min(0).default(0),
      unit: zod.string().min(1),
      /** Markdown, as all explanations. */
      explanation: zod.string().min(3),
      read: readField(zod),
      slips: zod
        .array(
          zod
            .strictObject({
              from: zod.number(),
              to: zod.number(),
              ...slipFields(zod),
            })
            .refine(({ from, to }) => from <= to, 'a range from the smaller to the larger number'),
        )
        .default([]),
      otherwise: zod.string().min(3),
    })
    .refine(
      ({ answer, tolerance, slips }) =>
        slips.every(({ from, to }) => to < answer - tolerance || from > answer + tolerance),
      { path: ['slips'], message: 'ranges without a right answer' },
    );

export type EstimateNumber = z.infer<ReturnType<typeof schema>>;

const FIELD = 'number';

export const estimateNumber = {
  kind: 'estimate-number',
  schema,
  listings: ({ program }) => (program ? listingsOf(program) : []),
  fields: ({ unit }) => [{ type: 'number', name: FIELD, label: 'Your estimate', unit }],
  explanations: ({ answer, tolerance, unit, explanation, read, slips, otherwise }) => [
    {
      key: 'answer',
      about: {
        type: 'other',
        text: `${tolerance > 0 ? `${answer - tolerance} to ${answer + tolerance}` : answer} ${unit}`,
      },
      right: true,
      text: explanation,
      read,
    },
    ...slipExplanations(slips, read, (slip) => ({
      type: 'other',
      text: `${slip.from === slip.to ? slip.from : `${slip.from} to ${slip.to}`} ${unit}`,
    })),
    otherwiseExplanation('Any other number', otherwise, read),
  ],
  parseAnswer(form) {
    const value = form.get(FIELD);
    if (typeof value !== 'string' || value.trim() === '') return undefined;
    const number = Number(value);
    return Number.isFinite(number) ? number : undefined;
  },
  grade({ answer: right, tolerance, unit, slips }, answer) {
    if (Math.abs(answer - right) <= tolerance) {
      const note = `The run gave ${right} ${unit}.`;
      return { correct: true, explain: ['answer'], ...(answer !== right && { note }) };
    }
    const slip = slips.findIndex(({ from, to }) => answer >= from && answer <= to);
    const note = `That is too ${answer < right ? 'low' : 'high'}.`;
    return { correct: false, explain: [slip >= 0 ? `slip-${slip}` : 'otherwise'], note };
  },
  isExecuted: ({ program }) => program !== undefined,
  async verify({ program, answer, tolerance }, run, place): Promise<readonly Diagnostic[]> {
    if (!program) return [];
    const claimed = { ...place, read: 'src/quiz/estimate-number.ts' };
    for (let runs = 0; runs < FEWEST_RUNS; runs++) {
      const { stdout, exitCode } = await run(program);
      const last = stdout.match(/-?\d+(\.\d+)?/g)?.at(-1);
      if (exitCode !== program.exitCode) {
        return [
          { ...claimed, expected: `exit code ${program.exitCode}`, found: `exit code ${exitCode}` },
        ];
      }
      if (last === undefined || Math.abs(Number(last) - answer) > tolerance) {
        const expected = tolerance > 0 ? `${answer} ± ${tolerance}` : String(answer);
        return [{ ...claimed, expected, found: last ?? 'no number' }];
      }
    }
    return [];
  },
} as const satisfies QuestionKind<EstimateNumber, number>;
