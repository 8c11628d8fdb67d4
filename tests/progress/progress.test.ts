import { describe, expect, test } from 'vitest';
import {
  attemptsAt,
  emptyProgress,
  MAX_ATTEMPTS,
  mergeProgress,
  type ProgressAction,
  reduce,
  standing,
} from '../../src/progress/progress.ts';

const answered = (at: number, correct: boolean, revision = 1): ProgressAction => ({
  type: 'question-answered',
  question: 'who-waits',
  revision,
  correct,
  misconceptions: correct ? [] : ['only-that-user-waits'],
  at,
});
const after = (...actions: ProgressAction[]) => actions.reduce(reduce, emptyProgress);

describe('a question', () => {
  test('stands as it was answered last', () => {
    expect(standing(emptyProgress, 'who-waits', 1)).toBe('new');
    expect(standing(after(answered(1, false)), 'who-waits', 1)).toBe('missed');
    expect(standing(after(answered(1, false), answered(2, true)), 'who-waits', 1)).toBe('right');
  });

  test('that was changed is asked again, and others are left alone', () => {
    const progress = after(answered(1, true), {
      ...answered(2, true),
      question: 'another',
    } as ProgressAction);
    expect(standing(progress, 'who-waits', 2)).toBe('new');
    expect(standing(progress, 'another', 1)).toBe('right');
  });

  test('keeps its last answers, with what they showed', () => {
    const many = after(...Array.from({ length: 50 }, (_, n) => answered(n + 1, false)));
    const attempts = attemptsAt(many, 'who-waits', 1);
    expect(attempts).toHaveLength(MAX_ATTEMPTS);
    expect(attempts.at(-1)).toEqual({
      at: 50,
      revision: 1,
      correct: false,
      misconceptions: ['only-that-user-waits'],
    });
  });
});

test('lessons, runs and predictions have the date of the last time', () => {
  const { tables } = after(
    { type: 'lesson-read', lesson: 'the-slow-view', at: 1 },
    { type: 'lesson-read', lesson: 'the-slow-view', at: 3 },
    { type: 'experiment-run', experiment: 'slow-view', at: 2 },
    { type: 'prediction-made', experiment: 'slow-view', value: 60, at: 1 },
    { type: 'prediction-made', experiment: 'slow-view', value: null, at: 4 },
  );
  expect(tables.lessons.get('the-slow-view')).toEqual({ at: 3 });
  expect(tables.experiments.get('slow-view')).toEqual({ at: 2 });
  expect(tables.predictions.get('slow-view')).toEqual({ at: 4, value: null });
});

test('an erasure takes what came before, also where another tab still has it', () => {
  const read = { type: 'lesson-read', lesson: 'the-slow-view', at: 5 } as const;
  const elsewhere = after(answered(1, true), answered(2, true));
  const erased = after(answered(1, true), { type: 'erased', at: 3 }, read);
  for (const merged of [mergeProgress(erased, elsewhere), mergeProgress(elsewhere, erased)]) {
    expect(merged.tables.questions.size).toBe(0);
    expect(merged.tables.lessons.size).toBe(1);
  }
});
