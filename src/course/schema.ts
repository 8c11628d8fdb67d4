/**
 * The formats that authors write, one schema each, an example first.
 * Names of lessons, experiments, twins and questions are unique in the whole course,
 * so that a lesson says `<Experiment name="slow-view" />` and nothing more.
 */
import { z } from 'astro/zod';
import { engineIds } from '../sandbox/engine-ids.ts';
import { parseTraceEvent } from '../trace/parse-trace-event.ts';
import { TRACE_VERSION } from '../trace/trace-event.ts';

export const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
/** Most of it stands within a sentence, a label or a cell, where there is no room for a second paragraph. */
export const sentence = z
  .string()
  .min(3)
  .refine((text) => !/\n\s*\n/.test(text.trim()), 'one paragraph, without an empty line in it');
/** Markdown that may have several paragraphs and lists. */
const paragraphs = z.string().min(3);

/** A run that shows what is said: an experiment's or a twin's, by its name. `shows` is one sentence of Markdown. */
export const run = z.union([
  z.strictObject({ experiment: name, shows: sentence }),
  z.strictObject({ twin: name, shows: sentence }),
]);

/**
 * `content/<nn-section>/section.yaml`
 *
 *     title: The question
 *     question: Can I run multi-threaded work in Django?
 *     summary: Who waits when a view is slow, and the four places where work can run.
 */
export const section = z.strictObject({ title: sentence, question: sentence, summary: sentence });

/**
 * Front matter of `content/<nn-section>/<nn-lesson>/lesson.mdx`
 *
 *     title: The slow view
 *     question: One view takes two seconds. Who waits?
 *     objective: Say who waits when a view is slow, and name what decides it.
 *     minutes: 20
 *     claims: [C1, C2, C6]
 *     prerequisites: []
 *     terms: [event-loop, blocking]
 *     decide: Inline is fine as long as nobody else needs the thread that it holds.
 *     sources:
 *       - title: Don't Block the Event Loop (or the Worker Pool)
 *         url: https://nodejs.org/en/learn/asynchronous-work/dont-block-the-event-loop
 *         version: Node.js 24
 *         supports: A callback that does not return keeps every client waiting.
 */
export const lesson = z.strictObject({
  title: sentence,
  question: sentence,
  objective: sentence,
  /** Reading and running, for somebody who does everything. */
  minutes: z.number().int().min(3).max(90),
  /** Ids from `content/claims.yaml` that this lesson teaches. */
  claims: z.array(z.string().regex(/^C\d+$/)),
  /** Names of lessons that come before. */
  prerequisites: z.array(name),
  /** Ids from `content/glossary.yaml` that are introduced here. */
  terms: z.array(name),
  /** The leaf of the decision guide that this lesson is, in one or two sentences of Markdown. */
  decide: paragraphs,
  sources: z
    .array(z.strictObject({ title: sentence, url: z.url(), version: sentence, supports: sentence }))
    .min(1),
});

/**
 * `…/experiments/<name>/experiment.yaml`, beside the `.ts` files that it describes
 *
 *     title: One slow view, one loop
 *     entry: main.ts
 *     shows: The loop answers nobody while a view computes.
 *     timeLimitMs: 20000
 *     prediction:
 *       kind: number
 *       ask: 60 requests come in while the slow view computes. How many are answered before it ends?
 *       unit: requests
 *       min: 0
 *       max: 60
 *       measured: answeredMeanwhile
 *       because: The loop can only begin the next request when the slow view returns.
 *       drawn: { after: slow view, spans: request }
 *     change:
 *       - do: Set `UNITS` to 10. Which of the three lines change?
 *         see: Only the first. The others wait for a slice, however many slices there are.
 *
 * An exercise has `check.ts` (tests of `node:test`) and `solution/` beside its files, and says what to do:
 *
 *     exercise:
 *       task: Give other users a turn while the report is made.
 *       hints:
 *         - Which line of `report.ts` keeps the thread, and for how long?
 *
 *     outcome:
 *       key: lost
 *       label: lost updates
 *
 * `outcome` is what differs from run to run where threads race: a key of the detail of the mark `result`, or of the one
 * that `mark` names, and what its value is, in words. Readers can run such a program 20 times and see how often each
 * outcome came, and its recording has so many runs as well. Without it they compare what is predicted, or else the
 * last line printed.
 *
 * A prediction of `kind: choice` has `options: [{ text, value }]` instead of `unit`, `min` and `max`. A time is a number
 * whose unit is `ms` or `s`; "it freezes" is a choice of true or false; an order is a choice of the orders that somebody
 * could expect, whose values the program reports as a text.
 * `drawn` puts a predicted number into the timeline: it begins with the first span called `after`, and counts the `spans`
 * of a name (`request 1`, `request 2` …) that end after that; without `spans` it is a time in ms.
 * `measured` is a key of the `detail` of the program's `performance.mark('result', { detail })`.
 */
const predictionBase = { ask: sentence, measured: z.string(), because: sentence };
export const prediction = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('number'),
    ...predictionBase,
    unit: z.string(),
    min: z.number(),
    max: z.number(),
    drawn: z.strictObject({ after: sentence, spans: sentence.optional() }).optional(),
  }),
  z.strictObject({
    kind: z.literal('choice'),
    ...predictionBase,
    options: z
      .array(
        z.strictObject({ text: sentence, value: z.union([z.string(), z.number(), z.boolean()]) }),
      )
      .min(2),
  }),
]);
export const experiment = z.strictObject({
  title: sentence,
  /** A file of the same folder. */
  entry: z.string().regex(/\.ts$/),
  shows: sentence,
  timeLimitMs: z.number().int().positive().max(120_000).default(20_000),
  /** The engine to start with: another than the first, where the program needs what the first lacks. */
  engine: z.enum(engineIds).default(engineIds[0]),
  prediction: prediction.optional(),
  /** `task` and `hints`, which are given one at a time, are Markdown. */
  exercise: z.strictObject({ task: paragraphs, hints: z.array(sentence).default([]) }).optional(),
  outcome: z
    .strictObject({ mark: sentence.default('result'), key: z.string().min(1), label: sentence })
    .optional(),
  /**
   * Things to change in the code, in Markdown, shown under the panel. Each begins from the original files;
   * `see` is what the reader should then see and why, folded until asked for.
   */
  change: z.array(z.strictObject({ do: sentence, see: sentence })).default([]),
});

/**
 * `…/recordings/<experiment>.json`, written by `npm run record`, never by hand
 *
 *     { "version": 2, "traceVersion": 2, "experiment": "slow-view", "sourceHash": "fnv1a64-…", "engine": "Node.js 24.21.0",
 *       "machine": "Linux x64, 2 cores", "date": "2026-11-22", "durationMs": 812.4,
 *       "output": [{ "stream": "stdout", "text": "…", "at": 101.2 }],
 *       "trace": [{ "type": "begin", … }], "outcome": { "type": "exited", "code": 0 },
 *       "outcomes": [0, 17, 0, …] }
 *
 * `outcomes` are the values of what the experiment names as its outcome, one for each of so many runs; those of a
 * program that names none are not stored. The run that is stored whole is one of them.
 */
const traceEvent = z.unknown().transform((value, context) => {
  const event = parseTraceEvent(value);
  if (event) return event;
  context.addIssue('a trace event, as src/trace/trace-event.ts has them');
  return z.NEVER;
});
export const RECORDING_VERSION = 2;
export const recording = z.strictObject({
  version: z.literal(RECORDING_VERSION),
  /** Of the events in `trace`: see `TRACE_VERSION`. */
  traceVersion: z.literal(TRACE_VERSION),
  experiment: name,
  /** Of the files that are shown and run, see `source-hash.ts`; a recording of another source is stale. */
  sourceHash: z.string(),
  engine: z.string(),
  machine: z.string(),
  date: z.iso.date(),
  durationMs: z.number(),
  output: z.array(
    z.strictObject({ stream: z.enum(['stdout', 'stderr']), text: z.string(), at: z.number() }),
  ),
  trace: z.array(traceEvent),
  outcome: z.strictObject({ type: z.literal('exited'), code: z.number().int() }),
  outcomes: z
    .array(
      z.union([z.string(), z.number(), z.boolean(), z.strictObject({ failed: z.string().min(1) })]),
    )
    .min(2)
    .max(1_000)
    .optional(),
});

/**
 * `…/twins/<name>/twin.yaml`, beside the Python files and `output.txt`
 *
 *     title: The same view in Django
 *     files: [views.py, drive.py]
 *     run: python3 drive.py
 *     packages: [Django, gunicorn]
 *     shows: One sync worker answers three requests of a second one after the other.
 *     breaks: Django has no event loop here. What blocks is the worker process.
 *
 * `output.txt` is written by `npm run test:twins`: lines that begin with `# ` give the provenance
 * (versions, date, command), an empty line, then what the program printed.
 */
export const twin = z.strictObject({
  title: sentence,
  /** In the order in which they are shown. */
  files: z.array(z.string()).min(1),
  run: sentence,
  /** What it runs on, for the versions in its output: names of `tools/python-requirements.txt`, or `redis-server`. */
  packages: z.array(z.string().regex(/^[\w.-]+$/, 'the name of a package')),
  shows: sentence,
  /** Where the analogy between the experiment and the twin ends, in Markdown. */
  breaks: paragraphs,
});

/**
 * `content/glossary.yaml`
 *
 *     - id: event-loop
 *       term: event loop
 *       definition: The loop that takes one callback at a time and runs it to its end.
 *       see: [blocking]
 */
export const glossary = z.array(
  z.strictObject({
    id: name,
    term: z.string(),
    definition: paragraphs,
    see: z.array(name).default([]),
  }),
);

/**
 * `content/claims.yaml`: what is said about threads, async and queues, and whether it holds
 *
 *     - id: C6
 *       claim: A threaded server already handles requests concurrently.
 *       holds: with-conditions
 *       because: gunicorn's default is one sync worker, which takes one request at a time.
 *       runs:
 *         - twin: slow-view
 *           shows: Of three requests one at a time is served as gunicorn comes, and all three with four threads.
 *
 * A claim is taught by the lessons whose front matter names it; one that no lesson teaches is in `coming.yaml`.
 */
export const claims = z.array(
  z.strictObject({
    id: z.string().regex(/^C\d+$/),
    claim: sentence,
    holds: z.enum(['yes', 'with-conditions', 'misleading', 'no']),
    because: sentence,
    /** The runs that show it. */
    runs: z.array(run).default([]),
  }),
);

/**
 * `content/coming.yaml`: the lessons that are not written yet, in order, and the claims that they will teach
 *
 *     - number: '2.4'
 *       title: Deadlines and cancelling
 *       claims: [C9]
 *
 * A lesson that is there is no longer coming, so its entry is taken away when it is added.
 */
export const coming = z.array(
  z.strictObject({
    /** Of the section, a point, and that of the lesson in it. */
    number: z.string().regex(/^\d+\.\d+$/, "a lesson's number, as in '2.4'"),
    title: sentence,
    claims: z.array(z.string().regex(/^C\d+$/)),
  }),
);

/**
 * `content/tools.yaml`: task queues, and what each does by default
 *
 *     - id: celery
 *       name: Celery
 *       language: python
 *       version: 5.6.2
 *       home: https://docs.celeryq.dev/
 *       summary: Nearly everything can be set.
 *       acknowledges: { short: before it runs, text: A task is taken off the queue when a worker begins with it. }
 *       killed: { outcome: lost, text: With the whole worker the task is gone. }
 *       lease: { short: only with late acknowledgement, text: An hour on Redis. }
 *       retries: { short: none, text: Who asks for them gets 3. }
 *       persistence: { short: the broker's, text: RabbitMQ, Redis, SQS and others. }
 *       timeLimit: { short: none, text: Both limits are unset. }
 *       sources: [{ title: Celery, url: https://docs.celeryq.dev/, version: read for 5.6.2 }]
 *       executed: [{ twin: retries, shows: attempts and final states }]
 *
 * `killed` says what becomes of a job whose worker is killed in the middle: it is gone, it fails, it stays as it is, or it
 * is run again. What could not be looked up has `verified: false`. `executed` are twins of the course that ran the tool.
 */
const verified = z.boolean().default(true);
const fact = z.strictObject({ short: z.string().min(1), text: sentence, verified });
export const tools = z.array(
  z.strictObject({
    id: name,
    name: z.string().min(2),
    language: z.enum(['python', 'node', 'service']),
    /** What the facts were read for. */
    version: sentence,
    home: z.url(),
    summary: sentence,
    acknowledges: fact,
    killed: z.strictObject({
      outcome: z.enum(['lost', 'failed', 'stuck', 'returns', 'unknown']),
      text: sentence,
      verified,
    }),
    /** How it finds out that a worker is gone: visibility time-out, lock, heartbeat. */
    lease: fact,
    retries: fact,
    persistence: fact,
    timeLimit: fact,
    sources: z.array(z.strictObject({ title: sentence, url: z.url(), version: sentence })).min(1),
    executed: z.array(z.strictObject({ twin: name, shows: sentence })).default([]),
  }),
);

export type Section = z.infer<typeof section>;
export type Lesson = z.infer<typeof lesson>;
export type Prediction = z.infer<typeof prediction>;
export type Experiment = z.infer<typeof experiment>;
export type Recording = z.infer<typeof recording>;
export type Twin = z.infer<typeof twin>;
export type GlossaryEntry = z.infer<typeof glossary>[number];
export type Claim = z.infer<typeof claims>[number];
export type Tool = z.infer<typeof tools>[number];
export type ToolFact = z.infer<typeof fact>;
export type ComingLesson = z.infer<typeof coming>[number];
export type Run = z.infer<typeof run>;
