/** An exercise of the course as a question: it is answered by code, and its check says whether that is right. */
import type { z } from 'astro/zod';
import { commonFields, readField } from './common-fields.ts';
import type { QuestionKind, Zod } from './types.ts';

/**
 *     - id: give-the-others-a-turn
 *       revision: 1
 *       kind: fix-code
 *       prompt: Change the report so that other users are served in between.
 *       exercise: give-turns         # an experiment with a check and a solution
 *       explanation: The loop has a turn only where the function waits for something that comes through the loop.
 *       otherwise: Look at the checks that do not hold yet; the first one says most.
 *       read: the-slow-view#slices-let-others-in
 */
const schema = (zod: Zod) =>
  zod.strictObject({
    ...commonFields(zod),
    kind: zod.literal('fix-code'),
    exercise: zod.string().min(1),
    /** Markdown, as all explanations. */
    explanation: zod.string().min(3),
    otherwise: zod.string().min(3),
    read: readField(zod),
  });

export type FixCode = z.infer<ReturnType<typeof schema>>;

const FIELD = 'checked';

export const fixCode = {
  kind: 'fix-code',
  schema,
  listings: () => [],
  fields: ({ exercise }) => [{ type: 'exercise', name: FIELD, exercise }],
  explanations: ({ explanation, otherwise, read }) => [
    {
      key: 'solved',
      about: { type: 'other', text: 'All checks pass' },
      right: true,
      text: explanation,
      read,
    },
    {
      key: 'otherwise',
      about: { type: 'other', text: 'A check does not pass' },
      right: false,
      text: otherwise,
      read,
    },
  ],
  parseAnswer(form) {
    const value = form.get(FIELD);
    return value === 'solved' || value === 'not-yet' ? value : undefined;
  },
  grade: (_question, answer) => ({
    correct: answer === 'solved',
    explain: [answer === 'solved' ? 'solved' : 'otherwise'],
  }),
  // Every exercise's files fail its check and its solution passes: tests/content/exercises.test.ts, on Node and in browsers.
  isExecuted: () => true,
  verify: async () => [],
} as const satisfies QuestionKind<FixCode, 'solved' | 'not-yet'>;
