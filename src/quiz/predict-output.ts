/** What does this program print? The key is executed by the tests, so it is what the program really prints. */
import type { z } from 'astro/zod';
import { commonFields, readField } from './common-fields.ts';
import { difference, linesOf } from './lines.ts';
import { listingsOf, printsOnly, programField } from './program.ts';
import { otherwiseExplanation, slipExplanations, slipFields } from './slips.ts';
import type { Explanation, QuestionKind, Zod } from './types.ts';

/**
 *     - id: how-many-beats
 *       revision: 1
 *       kind: predict-output
 *       prompt: What does this program print?
 *       program:
 *         entry: main.ts
 *         files:
 *           main.ts: |
 *             setTimeout(() => console.log('tick'), 0);
 *             for (let i = 0; i < 1e6; i++);
 *             console.log('done');
 *       answers:                     # all that it can print; the tests see each of them and nothing else
 *         - |
 *           done
 *           tick
 *       explanation: The timer is due at once, but the loop can call it only when the program has returned.
 *       read: the-slow-view#one-callback-at-a-time
 *       slips:                       # wrong answers worth a word of their own
 *         - output: |
 *             tick
 *             done
 *           explanation: A delay of 0 asks for "as soon as the loop is free", and it is not.
 *           misconception: a-timer-interrupts
 *       otherwise: Read it from top to bottom, and ask at each line who runs now.
 */
const schema = (zod: Zod) =>
  zod
    .strictObject({
      ...commonFields(zod),
      kind: zod.literal('predict-output'),
      program: programField(zod),
      answers: zod.array(zod.string()).min(1).max(8),
      /** Markdown, as all explanations. */
      explanation: zod.string().min(3),
      read: readField(zod),
      slips: zod
        .array(
          zod.strictObject({
            output: zod.string(),
            ...slipFields(zod),
          }),
        )
        .default([]),
      otherwise: zod.string().min(3),
    })
    .refine(
      ({ answers, slips }) => {
        const outputs = [...answers, ...slips.map(({ output }) => output)];
        return new Set(outputs.map((output) => linesOf(output).join('\n'))).size === outputs.length;
      },
      { path: ['answers'], message: 'answers and slips that differ by more than white space' },
    );

export type PredictOutput = z.infer<ReturnType<typeof schema>>;

const FIELD = 'prediction';
const isSame = (a: string, b: string) => linesOf(a).join('\n') === linesOf(b).join('\n');
const isSameButForCase = (a: string, b: string) => isSame(a.toLowerCase(), b.toLowerCase());

export const predictOutput = {
  kind: 'predict-output',
  schema,
  listings: ({ program }) => listingsOf(program),
  fields: ({ answers }) => [
    {
      type: 'text',
      name: FIELD,
      label: 'Your prediction',
      // Room for one line more than needed: the size is no hint.
      lines: Math.max(4, ...answers.map((answer) => linesOf(answer).length + 1)),
    },
  ],
  explanations: ({ answers, explanation, read, slips, otherwise }) => [
    ...answers.map(
      (text, index): Explanation => ({
        key: `answer-${index}`,
        about: { type: 'output', text },
        right: true,
        text: explanation,
        read,
      }),
    ),
    ...slipExplanations(slips, read, (slip) => ({ type: 'output', text: slip.output })),
    otherwiseExplanation('Any other output', otherwise, read),
  ],
  parseAnswer(form) {
    const value = form.get(FIELD);
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  },
  grade({ answers, slips }, answer) {
    const right = answers.findIndex((each) => isSame(each, answer));
    if (right >= 0) return { correct: true, explain: [`answer-${right}`] };
    const exactSlip = slips.findIndex(({ output }) => isSame(output, answer));
    // The question is what happens when. Who wrote "Done" for "done" knew that; unless it is a mistake worth naming.
    const almost = answers.findIndex((each) => isSameButForCase(each, answer));
    if (exactSlip < 0 && almost >= 0) {
      return {
        correct: true,
        explain: [`answer-${almost}`],
        note: 'Only capital and small letters are not as the program prints them.',
        difference: difference(linesOf(answers[almost] ?? ''), linesOf(answer)),
      };
    }
    const slip =
      exactSlip >= 0
        ? exactSlip
        : slips.findIndex(({ output }) => isSameButForCase(output, answer));
    const differences = answers.map((each) => difference(linesOf(each), linesOf(answer)));
    const [nearest] = differences.sort((a, b) => unlike(a) - unlike(b));
    return {
      correct: false,
      explain: [slip >= 0 ? `slip-${slip}` : 'otherwise'],
      ...(nearest && { difference: nearest }),
    };
  },
  isExecuted: () => true,
  verify: ({ program, answers }, run, place) =>
    printsOnly(program, answers, run, { ...place, read: 'src/quiz/predict-output.ts' }),
} as const satisfies QuestionKind<PredictOutput, string>;

const unlike = (lines: readonly { readonly type: string }[]) =>
  lines.filter(({ type }) => type !== 'same').length;
