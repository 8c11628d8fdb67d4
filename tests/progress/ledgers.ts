/** Anything that a reader's progress could be. */
import fc from 'fast-check';
import { type Edits, editsFormat } from '../../src/progress/edits.ts';
import { add, empty, type Ledger, latest, only } from '../../src/progress/ledger.ts';
import { type PreferenceEntries, preferencesFormat } from '../../src/progress/preferences.ts';
import {
  emptyProgress,
  type Progress,
  type ProgressAction,
  reduce,
} from '../../src/progress/progress.ts';

// Few names and few moments, so that ledgers meet in their entries.
const name = fc.constantFrom('slow-view', 'who-waits', 'constructor', 'a1');
const at = fc.integer({ min: 1, max: 30 });
const value = fc.oneof(fc.string({ maxLength: 20 }), fc.integer(), fc.boolean(), fc.constant(null));

export const anyAction: fc.Arbitrary<ProgressAction> = fc.oneof(
  fc.record({ type: fc.constant('lesson-read' as const), lesson: name, at }),
  fc.record({ type: fc.constant('experiment-run' as const), experiment: name, at }),
  fc.record({ type: fc.constant('prediction-made' as const), experiment: name, value, at }),
  fc.record({
    type: fc.constant('question-answered' as const),
    question: name,
    revision: fc.integer({ min: 1, max: 3 }),
    correct: fc.boolean(),
    misconceptions: fc.subarray(['only-that-user-waits', 'async-means-parallel']),
    at,
  }),
  fc.record({
    type: fc.constant('question-answered' as const),
    question: name,
    revision: fc.integer({ min: 1, max: 3 }),
    correct: fc.boolean(),
    misconceptions: fc.constant([]),
    explained: fc.subarray(['0', 'slip-1', 'otherwise']),
    at,
  }),
  fc.record({ type: fc.constant('exercise-solved' as const), experiment: name, at }),
  fc.record({
    type: fc.constant('reason-given' as const),
    question: name,
    revision: fc.integer({ min: 1, max: 3 }),
    text: fc.string({ maxLength: 20 }),
    at,
  }),
  fc.record({
    type: fc.constant('answer-drafted' as const),
    question: name,
    revision: fc.integer({ min: 1, max: 3 }),
    fields: fc.array(fc.tuple(fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 })), {
      maxLength: 3,
    }),
    at,
  }),
  { weight: 1, arbitrary: fc.record({ type: fc.constant('erased' as const), at }) },
);

export const anyProgress: fc.Arbitrary<Progress> = fc
  .array(anyAction, { maxLength: 40 })
  .map((actions) => actions.reduce(reduce, emptyProgress));

/** Versions of experiments, some of them taken back, after an erasure or none. */
export const anyEdits: fc.Arbitrary<Edits> = fc
  .record({
    epoch: fc.nat(5),
    entries: fc.array(
      fc.record({
        name,
        at,
        original: fc.string({ maxLength: 5 }),
        files: fc.option(fc.dictionary(fc.constantFrom('main.ts', 'a/b.ts'), fc.string())),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ epoch, entries }) =>
    entries.reduce(
      (edits, { name, ...edit }) =>
        add(editsFormat, edits, only(editsFormat, 'experiments', name, edit)),
      empty(editsFormat, epoch),
    ),
  );

export const anyPreferences: fc.Arbitrary<Ledger<PreferenceEntries>> = fc
  .record({
    epoch: fc.nat(5),
    entries: fc.array(
      fc
        .constantFrom(
          ['theme', 'dark'],
          ['theme', 'auto'],
          ['engine', 'browser'],
          ['quiz-view', 'all'],
        )
        .chain(([name = '', value = '']) =>
          fc.record({ name: fc.constant(name), value: fc.constant(value), at }),
        ),
      { maxLength: 5 },
    ),
  })
  .map(({ epoch, entries }) =>
    entries.reduce(
      (chosen, { name, ...entry }) =>
        add(preferencesFormat, chosen, only(preferencesFormat, 'chosen', name, entry)),
      empty(preferencesFormat, epoch),
    ),
  );

export const isEmpty = (progress: Progress) =>
  Object.values(progress.tables).every((table) => table.size === 0) && latest(progress) === 0;
