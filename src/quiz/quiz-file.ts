/**
 * `quiz.yaml`: in a lesson's folder its questions, placed by `<Question id="…" />`;
 * in a section's folder the section quiz. Each entry is of the form that the file of its kind shows.
 *
 *     questions:
 *       - id: who-waits-on-one-loop
 *         revision: 1
 *         kind: choose-one          # src/quiz/choose-one.ts
 *         prompt: A view computes for 600 ms on the only thread. Who waits?
 *         options: …
 *       - id: how-many-beats
 *         revision: 1
 *         kind: predict-output      # src/quiz/predict-output.ts
 *         prompt: What does this program print?
 *         program: …
 *
 * `content/misconceptions.yaml`: the ideas behind wrong answers, in words for the reader who holds them.
 *
 *     - id: only-that-user-waits
 *       label: Only the user who asked for it waits.
 *       correction: The thread is what waits, and with it everybody whose request is in its queue.
 */
import { z } from 'astro/zod';
import { kinds } from './kinds.ts';

const schemas = kinds.map((kind) => kind.schema(z));
type Schema = (typeof schemas)[number];

export const quizFile = z.strictObject({
  // zod asks for at least one; the table has two.
  questions: z.array(z.discriminatedUnion('kind', schemas as [Schema, ...Schema[]])).min(1),
});

export const misconceptionsFile = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
    /** The idea as somebody who holds it would say it: a sentence without a negation. */
    label: z.string().min(3),
    /** What is so instead, in one or two sentences of Markdown. */
    correction: z.string().min(3),
  }),
);

export type Misconception = z.infer<typeof misconceptionsFile>[number];
