/** One right answer among wrong ones that somebody could really hold. */
import type { z } from 'astro/zod';
import {
  isIndex,
  KEY_CAN_BE_EXECUTED,
  keyCanBeExecuted,
  optionExplanations,
  optionField,
  optionFields,
  optionListings,
  verifyOptions,
} from './options.ts';
import type { QuestionKind, Zod } from './types.ts';

/**
 *     - id: who-waits-on-one-loop
 *       revision: 1
 *       kind: choose-one
 *       prompt: A view computes for 600 ms on the only thread. Who waits?
 *       code: |                      # optional, with its language; or `program`, see options.ts
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
  zod
    .strictObject({ ...optionFields(zod), kind: zod.literal('choose-one') })
    .superRefine(({ options }, context) => {
      const right = options.filter(({ correct }) => correct).length;
      if (right === 1) return;
      const params = { found: right === 0 ? 'none' : String(right) };
      const message = 'exactly one option with `correct: true`';
      context.addIssue({ code: 'custom', path: ['options'], message, params });
    })
    .refine(keyCanBeExecuted, KEY_CAN_BE_EXECUTED);

export type ChooseOne = z.infer<ReturnType<typeof schema>>;

const FIELD = 'answer';

export const chooseOne = {
  kind: 'choose-one',
  schema,
  listings: (question) => optionListings(question),
  fields: (question) => [optionField(question, FIELD, false)],
  explanations: (question) => optionExplanations(question),
  parseAnswer(form) {
    const value = form.get(FIELD);
    return isIndex(value) ? Number(value) : undefined;
  },
  grade({ options }, answer) {
    const value = String(answer);
    const correct = options[answer]?.correct ?? false;
    const mark = { value, right: correct, word: correct ? 'right' : 'not this' };
    return { correct, explain: [value], marks: [mark] };
  },
  isExecuted: ({ program }) => program !== undefined,
  verify: (question, run, place) => verifyOptions(question, run, place),
} as const satisfies QuestionKind<ChooseOne, number>;
