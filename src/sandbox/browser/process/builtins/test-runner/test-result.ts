/** What is reported of a test that is over. */
import type { TestResult } from './test-events.ts';
import type { TestFailure } from './test-failure.ts';

interface Reported {
  readonly name: string;
  readonly nesting: number;
  readonly place: TestResult['place'];
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly skipped: boolean;
  readonly isTodo: boolean;
  readonly isExpectedToFail: boolean;
  /** Why it was skipped, or is still to do. */
  readonly reason: string | undefined;
  readonly passed: boolean;
  readonly failure: TestFailure | undefined;
}

export function resultOf(test: Reported): TestResult {
  const { name, nesting, place, failure, skipped, isTodo, isExpectedToFail, passed } = test;
  const reason = test.reason ?? true;
  const mark: Pick<TestResult, 'skip' | 'todo' | 'expectFailure'> = skipped
    ? { skip: reason }
    : isTodo
      ? { todo: reason }
      : isExpectedToFail
        ? { expectFailure: true }
        : {};
  const fault = !passed &&
    failure && { failure: { type: failure.failureType, error: failure.cause } };
  const durationMs = durationBetween(test.startedAt, test.endedAt);
  return { name, nesting, place, durationMs, ...mark, ...fault };
}

/** Milliseconds, of which Node shows nanoseconds. Only what never began takes none, however coarse the clock. */
export function durationBetween(from: number | undefined, to: number | undefined): number {
  if (from === undefined || to === undefined) return 0;
  return Math.max(1, Math.round((to - from) * 1e6)) / 1e6;
}
