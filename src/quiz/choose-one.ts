/** One right answer among wrong ones that somebody could really hold. */
import type { z } from 'astro/zod';
import { commonFields, languageField, misconceptionField, readField } from './common-fields.ts';
import { seededRandom, shuffled } from './shuffle.ts';
import type { QuestionKind, Zod } from './types.ts';

/**
 *     - id: who-waits-on-one-loop
 *       revision: 1
 *       kind: choose-one
 *       prompt: A view computes for 600 ms on the only thread. Who waits?
 *       code: |                      # optional, with its language
 *         app.get('/slow', () => compute(600));
 *       language: ts
 *       options:                     # shown in another order, unless `shuffle: false`
 *         - text: Everybody whose request came after it.
 *           correct: true
 *           explanation: The thread runs one callback to its end before it begins the next.
 *           read: the-slow-view#one-callback-at-a-time
 *         - text: Only the user who asked for it.
 *           explanation: The thread is the only one, so the other requests are not even begun.
 *           read: the-slow-view#one-callback-at-a-time
 *           misconception: only-that-user-waits
 */
const schema = (zod: Zod) =>
  zod.strictObject({
    ...commonFields(zod),
    kind: zod.literal('choose-one'),
    code: zod.string().optional(),
    language: languageField(zod).default('ts'),
    shuffle: zod.boolean().default(true),
    /** `text` and `explanation` are Markdown, `text` of one paragraph. */
    options: zod
      .array(
        zod.strictObject({
          text: zod.string().min(1),
          correct: zod.boolean().default(false),
          explanation: zod.string().min(3),
          read: readField(zod),
          misconception: misconceptionField(zod).optional(),
        }),
      )
      .min(2)
      .max(8)
      .superRefine((options, context) => {
        const right = options.filter(({ correct }) => correct).length;
        if (right === 1) return;
        const params = { found: right === 0 ? 'none' : String(right) };
        context.addIssue({
          code: 'custom',
          message: 'exactly one option with `correct: true`',
          params,
        });
      })
      .refine(
        (options) => !options.some(({ correct, misconception }) => correct && misconception),
        'no misconception at the right option',
      ),
  });

export type ChooseOne = z.infer<ReturnType<typeof schema>>;

const FIELD = 'answer';

export const chooseOne = {
  kind: 'choose-one',
  schema,
  listings: ({ code, language }) => (code === undefined ? [] : [{ code, language }]),
  fields({ id, revision, options, shuffle }) {
    const inOrder = options.map(({ text }, index) => ({ value: String(index), text }));
    // The same order for everybody: it holds without JavaScript, and nothing moves when the page wakes up.
    const mixed = shuffle ? shuffled(inOrder, seededRandom(`${id} ${revision}`)) : inOrder;
    return [{ type: 'choice', name: FIELD, options: mixed, shuffle }];
  },
  explanations: ({ options }) =>
    options.map(({ text, correct, explanation, read, misconception }, index) => ({
      key: String(index),
      about: { type: 'markdown', text },
      right: correct,
      text: explanation,
      read,
      misconception,
    })),
  parseAnswer(form) {
    const value = form.get(FIELD);
    return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
  },
  grade: ({ options }, answer) => ({
    correct: options[answer]?.correct ?? false,
    explain: [String(answer)],
  }),
} as const satisfies QuestionKind<ChooseOne, number>;
