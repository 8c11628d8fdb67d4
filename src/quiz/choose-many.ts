/** Several right answers among wrong ones; how many are right is not said. */
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
import type { Mark, QuestionKind, Zod } from './types.ts';

/**
 *     - id: what-two-timers-can-print
 *       revision: 1
 *       kind: choose-many
 *       prompt: Which of these can the program print?
 *       program:                     # optional; or `code`, with its language
 *         entry: main.ts
 *         files:
 *           main.ts: |
 *             const order = Math.random() < 0.5 ? ['a', 'b'] : ['b', 'a'];
 *             console.log(order.join(' then '));
 *       options:
 *         - text: "`a then b`"
 *           correct: true
 *           prints: a then b         # the tests see each right one, and nothing else
 *           explanation: The coin falls on this side about every second time.
 *           read: the-slow-view#one-callback-at-a-time
 *         - text: "`b then a`"
 *           correct: true
 *           prints: b then a
 *           explanation: And on this side the other times.
 *           read: the-slow-view#one-callback-at-a-time
 *         - text: "`a then a`"
 *           prints: a then a
 *           explanation: Each name is in the list once.
 *           read: the-slow-view#one-callback-at-a-time
 */
const schema = (zod: Zod) =>
  zod
    .strictObject({ ...optionFields(zod), kind: zod.literal('choose-many') })
    .refine(({ options }) => options.some(({ correct }) => correct), {
      path: ['options'],
      message: 'at least one option with `correct: true`',
    })
    .refine(keyCanBeExecuted, KEY_CAN_BE_EXECUTED);

export type ChooseMany = z.infer<ReturnType<typeof schema>>;

const FIELD = 'answer';

export const chooseMany = {
  kind: 'choose-many',
  schema,
  listings: (question) => optionListings(question),
  fields: (question) => [optionField(question, FIELD, true)],
  explanations: (question) => optionExplanations(question),
  parseAnswer(form) {
    const chosen = form.getAll(FIELD).filter(isIndex).map(Number);
    return chosen.length > 0 ? chosen : undefined;
  },
  grade({ options }, chosen) {
    const marks = options.flatMap(({ correct }, index): Mark[] => {
      const isChosen = chosen.includes(index);
      if (!isChosen && !correct) return [];
      const word = isChosen ? (correct ? 'right' : 'not this') : 'this too';
      return [{ value: String(index), right: correct, word }];
    });
    const missed = marks.filter(({ word }) => word === 'this too').length;
    const wrong = marks.filter(({ word }) => word === 'not this').length;
    const correct = missed === 0 && wrong === 0;
    // What was left out rightly needs no word; it is in the disclosure.
    const explain = marks.map(({ value }) => value);
    return { correct, explain, marks, ...(!correct && { note: shortfall(missed, wrong) }) };
  },
  isExecuted: ({ program }) => program !== undefined,
  verify: (question, run, place) => verifyOptions(question, run, place),
} as const satisfies QuestionKind<ChooseMany, readonly number[]>;

function shortfall(missed: number, wrong: number): string {
  const parts = [
    ...(missed > 0 ? [`${missed} more ${missed === 1 ? 'is' : 'are'} right`] : []),
    ...(wrong > 0 ? [`${wrong} that you chose ${wrong === 1 ? 'is' : 'are'} not`] : []),
  ];
  return `${parts.join(', and ')}.`;
}
