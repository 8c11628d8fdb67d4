/** What a test's function is given: `t`. */

import { checkFunction, checkNumber, checkObject } from '../../argument-checks.ts';
import assert from '../assert.ts';
import { clearTimeout, setTimeout } from '../timers.ts';
import { callerPlace } from './caller-place.ts';
import type { HookOptions } from './hook.ts';
import { MockTracker } from './mock-tracker.ts';
import type { Test } from './test.ts';
import { TestFailure } from './test-failure.ts';
import { type PlanOptions, TestPlan } from './test-plan.ts';

const MAX_TIMEOUT_MS = 2 ** 31 - 1;
type Assertion = (...args: unknown[]) => unknown;

const assertions = [
  'deepEqual',
  'deepStrictEqual',
  'doesNotMatch',
  'doesNotReject',
  'doesNotThrow',
  'equal',
  'fail',
  'ifError',
  'match',
  'notDeepEqual',
  'notDeepStrictEqual',
  'notEqual',
  'notStrictEqual',
  'ok',
  'partialDeepStrictEqual',
  'rejects',
  'strictEqual',
  'throws',
] as const;

/** By name; `assert.register` of the module adds to them. */
export const registeredAssertions = new Map<string, Assertion>(
  assertions.map((name) => [name, assert[name] as unknown as Assertion]),
);

export class TestContext {
  readonly #test: Test;
  #assert: Record<string, Assertion> | undefined;

  constructor(test: Test) {
    this.#test = test;
  }

  get signal(): AbortSignal {
    return this.#test.signal;
  }
  get name(): string {
    return this.#test.name;
  }
  get fullName(): string {
    return this.#test.fullName;
  }
  get filePath(): string | undefined {
    return this.#test.harness.entry;
  }
  get error(): unknown {
    return this.#test.failure ?? null;
  }
  get passed(): boolean {
    return this.#test.passed;
  }
  get attempt(): number {
    return 0;
  }
  get tags(): readonly string[] {
    return [];
  }
  get workerId(): undefined {
    return undefined;
  }
  get mock(): MockTracker {
    this.#test.mock ??= new MockTracker();
    return this.#test.mock;
  }

  /** The assertions of node:assert, counted for the plan. */
  get assert(): Record<string, Assertion> {
    this.#assert ??= Object.fromEntries(
      [...registeredAssertions].map(([name, assertion]) => [
        name,
        (...args: unknown[]) => {
          this.#test.plan?.count();
          return Reflect.apply(assertion, this, args);
        },
      ]),
    );
    return this.#assert;
  }

  diagnostic(message: string): void {
    this.#test.diagnostics.push(message);
  }
  log(message: string): void {
    this.#test.log(message);
  }
  plan(count: number, options?: PlanOptions): void {
    if (this.#test.plan) {
      throw new TestFailure('cannot set plan more than once', 'testCodeFailure');
    }
    this.#test.plan = new TestPlan(count, options);
  }
  runOnly(_value: boolean): void {
    // Only tests that are marked run with a command-line option that this engine has not.
  }
  skip(message?: string): void {
    this.#test.skip(message);
  }
  todo(message?: string): void {
    this.#test.todo(message);
  }
  test(...args: unknown[]): Promise<void> {
    this.#test.plan?.count();
    return this.#test.addTest(args, {}, callerPlace()).start();
  }
  before(fn?: unknown, options?: HookOptions): void {
    this.#test.addHook('before', fn, options, callerPlace());
  }
  after(fn?: unknown, options?: HookOptions): void {
    this.#test.addHook('after', fn, options, callerPlace());
  }
  beforeEach(fn?: unknown, options?: HookOptions): void {
    this.#test.addHook('beforeEach', fn, options, callerPlace());
  }
  afterEach(fn?: unknown, options?: HookOptions): void {
    this.#test.addHook('afterEach', fn, options, callerPlace());
  }

  /** Asks again and again until the condition does not throw; resolves with what it gives. */
  waitFor(
    condition: unknown,
    options: { interval?: number; timeout?: number } = {},
  ): Promise<unknown> {
    checkFunction(condition, 'condition');
    checkObject(options, 'options');
    const { interval = 50, timeout = 1000 } = options;
    checkNumber(interval, 'options.interval', 0, MAX_TIMEOUT_MS);
    checkNumber(timeout, 'options.timeout', 0, MAX_TIMEOUT_MS);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    let last: { error: unknown } | undefined;
    let next: unknown;
    const limit = setTimeout(() => {
      clearTimeout(next);
      reject(new Error('waitFor() timed out', last && { cause: last.error }));
    }, timeout);
    const ask = async () => {
      try {
        resolve(await condition());
        clearTimeout(limit);
      } catch (error) {
        last = { error };
        next = setTimeout(ask, interval);
      }
    };
    void ask();
    return promise;
  }
}

/** What the function of a suite is given. */
export class SuiteContext {
  readonly #suite: Test;
  constructor(suite: Test) {
    this.#suite = suite;
  }
  get signal(): AbortSignal {
    return this.#suite.signal;
  }
  get name(): string {
    return this.#suite.name;
  }
  get fullName(): string {
    return this.#suite.fullName;
  }
  get filePath(): string | undefined {
    return this.#suite.harness.entry;
  }
  get passed(): boolean {
    return this.#suite.passed;
  }
  get attempt(): number {
    return 0;
  }
  diagnostic(message: string): void {
    this.#suite.diagnostics.push(message);
  }
  log(message: string): void {
    this.#suite.log(message);
  }
}
