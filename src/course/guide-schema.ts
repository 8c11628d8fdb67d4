/**
 * `content/decision-guide.yaml`: the questions of the guide in order, the rules that lead from answers to a place,
 * the places, what the last questions add to each, and cases to decide
 *
 *     questions:
 *       - id: survive
 *         ask: Must the work outlive the request, and the process?
 *         short: Outlives the process
 *         why: A deploy ends the process, and what lives only in it.
 *         answers:
 *           - id: 'yes'
 *             text: Yes, a deploy in the middle must not lose it.
 *             short: 'yes'
 *             changes: It is written down before the response says that all is well.
 *             proof: [{ experiment: what-dies, shows: Four of ten mails are lost with the process. }]
 *     rules:
 *       - when: { survive: 'yes', work: waits }
 *         place: queue
 *         because: It is written down first.
 *     tensions:
 *       - when: { survive: 'no', harm: [twice, neither] }
 *         says: A process that ends loses what only it knows.
 *     places:
 *       - id: queue
 *         title: A durable queue
 *         glyph: queue
 *         kept: queue
 *         is: The view writes the job down and answers.
 *         django: [Celery, RQ or Dramatiq]
 *         node: [BullMQ]
 *         gives: [The job survives the web process.]
 *         configure: [Enqueue after the commit.]
 *         lessons: [what-dies-with-the-process]
 *     advice:
 *       harm:
 *         twice: { request: Whoever asked asks again., process: Not here., queue: Acknowledge after it ran. }
 *     cases:
 *       - id: welcome-mail
 *         title: The welcome mail
 *         story: Somebody signs up. A mail goes out.
 *         answers:
 *           survive: { answer: 'yes', also: ['no'], because: Nobody would send it again. }
 *         place: queue
 *         remark: It works in every test, because no test deploys in the middle of it.
 *
 * Of the rules the first that fits decides. `advice` has an entry for each answer of each question that it names, in words
 * for each way to keep work. `also` are answers that are as defensible; `place` is where a case's own answers lead.
 */
import { z } from 'astro/zod';
import { name, run, sentence } from './schema.ts';

const condition = z.record(
  name,
  z
    .union([z.string(), z.array(z.string()).min(1)])
    .transform((value) => (typeof value === 'string' ? [value] : value)),
);

/** Where the work is kept until it is done. */
const kept = z.enum(['request', 'process', 'queue']);

export const guide = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        id: name,
        ask: sentence,
        /** For the heads of tables. */
        short: sentence,
        /** Why it is asked, and why here. */
        why: sentence,
        answers: z
          .array(
            z.strictObject({
              id: name,
              text: sentence,
              /** For the cells of tables. */
              short: z.string().min(2),
              changes: sentence,
              /** Runs that show what it changes. */
              proof: z.array(run).min(1),
            }),
          )
          .min(2),
      }),
    )
    .min(1),
  rules: z.array(z.strictObject({ when: condition, place: name, because: sentence })).min(1),
  tensions: z.array(z.strictObject({ when: condition, says: sentence })),
  places: z.array(
    z.strictObject({
      id: name,
      title: sentence,
      /** The small picture of it, see `PlaceGlyph.astro`. */
      glyph: z.enum([
        'inline',
        'waiting',
        'cores',
        'service',
        'later',
        'cores-later',
        'queue',
        'queue-cores',
        'accepted',
      ]),
      kept,
      is: sentence,
      django: z.array(sentence).min(1),
      node: z.array(sentence).min(1),
      /** What it guarantees as it comes, and what it does not. */
      gives: z.array(sentence).min(1),
      configure: z.array(sentence).min(1),
      /** Names of the lessons that are about it. */
      lessons: z.array(name),
    }),
  ),
  advice: z.record(
    name,
    z.record(name, z.strictObject({ request: sentence, process: sentence, queue: sentence })),
  ),
  cases: z.array(
    z.strictObject({
      id: name,
      title: sentence,
      story: sentence,
      answers: z.record(
        name,
        z.strictObject({
          answer: name,
          also: z.array(name).default([]),
          because: sentence,
        }),
      ),
      place: name,
      remark: sentence,
    }),
  ),
});

export type Guide = z.infer<typeof guide>;
export type GuideQuestion = Guide['questions'][number];
export type GuidePlace = Guide['places'][number];
export type GuideCase = Guide['cases'][number];
export type Kept = z.infer<typeof kept>;
