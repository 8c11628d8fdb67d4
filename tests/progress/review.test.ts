import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../src/progress/progress.ts';
import { GAPS_DAYS, reviewOf } from '../../src/progress/review.ts';

/** A day is 10 long here. */
const dayOf = (at: number) => Math.floor(at / 10);
const attempt = (day: number, correct: boolean, moment = 0): Attempt => ({
  at: day * 10 + moment,
  revision: 1,
  correct,
  misconceptions: [],
});
const due = (attempts: readonly Attempt[], today = 1000) =>
  reviewOf(attempts, today, dayOf)?.dueDay;

describe('a question comes back', () => {
  test('never, before it was answered', () => {
    expect(reviewOf([], 5, dayOf)).toBeUndefined();
  });

  test('after 1, 3 and 7 days while it is answered right, and then no more', () => {
    const attempts = [attempt(0, true)];
    for (const gap of GAPS_DAYS) {
      const last = dayOf(attempts.at(-1)?.at ?? 0);
      expect(due(attempts)).toBe(last + gap);
      attempts.push(attempt(last + gap, true));
    }
    expect(due(attempts)).toBeUndefined();
    expect(reviewOf(attempts, 1000, dayOf)?.passed).toBe(3);
  });

  test('the next day after a miss, however far it had come', () => {
    expect(due([attempt(0, false)])).toBe(1);
    expect(due([attempt(0, true), attempt(1, true), attempt(4, false)])).toBe(5);
    expect(due([attempt(0, true), attempt(0, false, 5)])).toBe(1);
  });

  test('not sooner or later for being answered right again on the same day', () => {
    expect(due([attempt(0, false), attempt(0, true, 1), attempt(0, true, 2)])).toBe(1);
    expect(due([attempt(0, true), attempt(1, true), attempt(2, true)])).toBe(4);
  });

  test('counted from the day on which it was answered, if that was late', () => {
    expect(due([attempt(0, true), attempt(30, true)])).toBe(33);
  });
});

test('a clock that was ahead puts nothing off: whatever was answered, it comes back within a week of today', () => {
  const attempts = fc
    .array(fc.record({ at: fc.nat(100_000), correct: fc.boolean() }), { maxLength: 20 })
    .map((list) => list.sort((a, b) => a.at - b.at))
    .map((list) => list.map(({ at, correct }) => ({ ...attempt(0, correct), at })));
  fc.assert(
    fc.property(attempts, fc.nat(100), (attempts, today) => {
      const review = reviewOf(attempts, today, dayOf);
      expect(review === undefined).toBe(attempts.length === 0);
      if (review?.dueDay !== undefined) expect(review.dueDay).toBeLessThanOrEqual(today + 7);
    }),
  );
});
