/** What a run of tests tells whoever reports it, in the order of the report: Node's events, as far as `spec` shows them. */
import type { FailureType } from './test-failure.ts';

/** Where a test stands in its program; line and column count from 1. */
export interface TestPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface TestResult {
  readonly name: string;
  /** 0 for a test that is in no other. */
  readonly nesting: number;
  readonly durationMs: number;
  readonly place?: TestPlace | undefined;
  /** `true` where no reason was given. */
  readonly skip?: string | true;
  readonly todo?: string | true;
  readonly expectFailure?: true;
  readonly failure?: { readonly type: FailureType | undefined; readonly error: unknown };
}

export type TestEvent =
  | { readonly type: 'start'; readonly name: string; readonly nesting: number }
  | { readonly type: 'pass' | 'fail'; readonly test: TestResult }
  | { readonly type: 'diagnostic'; readonly nesting: number; readonly message: string }
  | { readonly type: 'end' };
