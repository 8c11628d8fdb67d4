/**
 * When a question comes back: 1, 3 and 7 days after it was answered right, and tomorrow whenever it was missed.
 * Spacing is what makes practice last; whether the gaps grow makes no difference (Latimier et al. 2021).
 */
import type { Attempt } from './progress.ts';

/** Days from one answer to the next. After the last of them a question is done. */
export const GAPS_DAYS = [1, 3, 7] as const;

export interface Review {
  /** How many of the gaps were answered right at their end. */
  readonly passed: number;
  /** The day on which it is asked again, in days; `undefined` once it is done. */
  readonly dueDay: number | undefined;
}

/**
 * `attempts` in the order of their making, `today` in days, and `dayOf` which day a moment falls on where the reader is.
 * An answer before its day changes nothing if it is right: what was read a moment ago is not yet remembered.
 * `undefined` for a question that was never answered, which is nothing to review.
 */
export function reviewOf(
  attempts: readonly Attempt[],
  today: number,
  dayOf: (at: number) => number,
): Review | undefined {
  let passed = 0;
  let dueDay: number | undefined;
  let isFirst = true;
  for (const { at, correct } of attempts) {
    // A clock that was ahead must not put a question off for years.
    const day = Math.min(dayOf(at), today);
    const isOnItsDay = dueDay !== undefined && day >= dueDay;
    if (isFirst || !correct) {
      passed = 0;
      dueDay = day + GAPS_DAYS[0];
    } else if (isOnItsDay) {
      passed++;
      const gap = GAPS_DAYS[passed];
      dueDay = gap === undefined ? undefined : day + gap;
    }
    isFirst = false;
  }
  return isFirst ? undefined : { passed, dueDay };
}
