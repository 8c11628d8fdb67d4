/**
 * A test: runs its function between its hooks, then reports, in the order in which tests were written, whatever the
 * order in which they end. Follows Node 24's runner step by step, since the order of a program's own output depends on it.
 */

import { now } from '../../thread.ts';
import { throws } from '../assert.ts';
import { insideOf } from './current-test.ts';
import type { Harness } from './harness.ts';
import { Hook, type HookKind, type HookOptions, Hooks } from './hook.ts';
import type { MockTracker } from './mock-tracker.ts';
import { type Stop, stopAfter } from './stop-signal.ts';
import { Subtests } from './subtests.ts';
import { runBody, type TestFunction } from './test-body.ts';
import { type SuiteContext, TestContext } from './test-context.ts';
import type { TestPlace } from './test-events.ts';
import { TestFailure } from './test-failure.ts';
import {
  concurrencyOf,
  type ExpectedFailure,
  expectedFailureOf,
  type Given,
  given,
  isSet,
  reasonIn,
  signalOf,
  type TestOptions,
  timeoutOf,
} from './test-options.ts';
import { TestPlan } from './test-plan.ts';
import { resultOf } from './test-result.ts';

const CANCELLED = 'test did not finish before its parent and was cancelled';

export class Test {
  readonly kind: 'test' | 'suite' = 'test';
  readonly harness: Harness;
  readonly parent: Test | undefined;
  readonly name: string;
  readonly nesting: number;
  readonly place: TestPlace | undefined;
  readonly diagnostics: string[] = [];
  readonly subtests: Subtests;
  readonly hooks = new Hooks();
  protected readonly fn: TestFunction;
  protected timeoutMs: number | null;
  readonly #abort = new AbortController();
  readonly #outer: AbortSignal | undefined;
  readonly #expectFailure: ExpectedFailure | undefined;
  readonly #plannedCount: number | undefined;
  #startedIsTold = false;
  #context: TestContext | SuiteContext | undefined;
  reason: string | undefined;
  mock: MockTracker | undefined;
  plan: TestPlan | undefined;
  startedAt: number | undefined;
  endedAt: number | undefined;
  failure: TestFailure | undefined;
  passed = false;
  cancelled = false;
  finished = false;
  skipped: boolean;
  isTodo: boolean;

  constructor(
    harness: Harness,
    parent: Test | undefined,
    { name, options, fn }: Given,
    place?: TestPlace,
  ) {
    this.harness = harness;
    this.parent = parent;
    this.name = name;
    this.place = place;
    this.nesting = parent?.parent ? parent.nesting + 1 : 0;
    this.subtests = new Subtests(concurrencyOf(options, parent ? parent.subtests.concurrency : 1));
    this.timeoutMs = timeoutOf(options, parent ? parent.timeoutMs : null);
    this.#outer = signalOf(options);
    this.#outer?.addEventListener('abort', this.#aborted);
    this.#expectFailure =
      expectedFailureOf(options) ?? (parent ? parent.#expectFailure : undefined);
    this.#plannedCount = options.plan;
    this.skipped = isSet(options.skip);
    this.isTodo = isSet(options.todo) || parent?.isTodo === true;
    this.reason = reasonIn(options.skip) ?? reasonIn(options.todo);
    this.fn = options.skip || !fn ? () => undefined : fn;
    if (options.only) {
      this.diagnostics.push("'only' and 'runOnly' require the --test-only command-line option.");
    }
  }

  get isExpectedToFail(): boolean {
    return this.#expectFailure !== undefined;
  }
  get signal(): AbortSignal {
    return this.#abort.signal;
  }
  get fullName(): string {
    return this.parent?.parent ? `${this.parent.fullName} > ${this.name}` : this.name;
  }
  // ---- what belongs to it --------------------------------------------------------------------------------------

  addTest(args: readonly unknown[], overrides: TestOptions, place: TestPlace | undefined): Test {
    return this.add(Test, args, overrides, place);
  }

  /** A test that comes after the end belongs to the file, and fails. */
  add(
    Kind: typeof Test,
    args: readonly unknown[],
    overrides: TestOptions,
    place: TestPlace | undefined,
  ): Test {
    const isLate = this.finished || this.isBuilt;
    const parent = isLate ? this.harness.root : this;
    const known = given(args);
    const options = { ...known.options, ...overrides };
    const test = new Kind(this.harness, parent, { ...known, options }, place);
    if (isLate) {
      const words = 'test could not be started because its parent finished';
      test.fail(new TestFailure(words, 'parentAlreadyFinished'));
    }
    parent.subtests.add(test);
    return test;
  }

  addHook(
    kind: HookKind,
    fn: unknown,
    options: HookOptions = {},
    place: TestPlace | undefined,
  ): void {
    const hook = new Hook(kind, fn, options, place);
    if (kind === 'before' && this.startedAt !== undefined) {
      hook
        .run(this.context, (run) => insideOf(this, run))
        .catch((error: unknown) => this.fail(asFailure(error)));
    }
    this.hooks.add(hook);
  }

  skip(message?: string): void {
    this.skipped = true;
    this.reason = message;
  }
  todo(message?: string): void {
    this.isTodo = true;
    this.reason = message;
  }
  log(message: string): void {
    this.harness.tell({ type: 'diagnostic', nesting: this.nesting, message });
  }

  /** A suite takes no more tests once its function is over. */
  protected get isBuilt(): boolean {
    return false;
  }
  get context(): TestContext | SuiteContext {
    this.#context ??= this.makeContext();
    return this.#context;
  }
  protected makeContext(): TestContext | SuiteContext {
    return new TestContext(this);
  }

  // ---- its run -------------------------------------------------------------------------------------------------

  /** Runs it now, or when one of those beside it has ended. Resolves at its end, however it ends. */
  start(): Promise<void> {
    return this.parent ? this.parent.subtests.start(this, !this.harness.isBuilding) : this.run();
  }

  async runHooks(kind: HookKind, context: object): Promise<void> {
    try {
      for (const hook of this.hooks[kind]) {
        await hook.run(context, (run) => insideOf(this, run));
      }
    } catch (error) {
      const cause = error instanceof TestFailure ? error.cause : error;
      const failure = new TestFailure(cause, 'hookFailed');
      if (!this.parent && kind === 'after')
        this.harness.tellOfHook(this.hooks.after[0]?.place, failure);
      throw failure;
    }
  }

  protected begin(): void {
    if (!this.parent) return;
    this.parent.subtests.began();
    this.hooks.inherit(this.parent.hooks);
  }

  async run(): Promise<void> {
    this.begin();
    this.startedAt ??= now();
    if (this.isAborted()) {
      this.end();
      return;
    }
    const { parent, context } = this;
    if (!this.plan && this.#plannedCount) this.plan = new TestPlan(this.#plannedCount);
    const wasSkipped = this.skipped;
    let afterEachRan = false;
    const afterEach = async () => {
      if (afterEachRan || wasSkipped || !parent) return;
      afterEachRan = true;
      await parent.runHooks('afterEach', context);
    };
    let stop: Stop | undefined;
    try {
      if (parent && parent.hooks.before.length > 0) await parent.runHooks('before', parent.context);
      if (parent && parent.hooks.beforeEach.length > 0 && !this.skipped)
        await parent.runHooks('beforeEach', context);
      stop = stopAfter(this.timeoutMs, this.signal);
      await runBody({
        fn: this.fn,
        context,
        stop,
        inside: (run) => insideOf(this, run),
        fail: (failure) => this.fail(failure),
      });
      this.isAborted();
      if (this.subtests.over) await Promise.race([this.subtests.over, stop.promise]);
      if (this.plan) await Promise.race([this.plan.met(), stop.promise]);
      this.pass();
      await afterEach();
      if (this.hooks.after.length > 0) await this.runHooks('after', context);
    } catch (error) {
      this.#failWith(error);
      await afterEach().catch(() => undefined);
      await this.runHooks('after', context).catch(() => undefined);
    } finally {
      stop?.[Symbol.dispose]();
      if (parent) this.#abort.abort();
    }
    if (parent) this.end();
  }

  #failWith(error: unknown): void {
    const failure = asFailure(error);
    if (failure.failureType === 'testTimeoutFailure') this.#cancel(failure);
    else this.fail(failure);
  }

  pass(): void {
    if (this.failure) return;
    if (this.#expectFailure && !this.skipped) {
      this.failure = new TestFailure('test was expected to fail but passed', 'expectedFailure');
      return;
    }
    this.passed = true;
  }

  fail(failure: TestFailure): void {
    if (this.failure) return;
    this.passed = false;
    this.failure = failure;
    if (!this.#expectFailure) return;
    const { match } = this.#expectFailure;
    const error = failure.failureType === 'testCodeFailure' ? failure.cause : failure;
    try {
      if (match !== undefined) {
        throws(() => {
          throw error;
        }, match as RegExp);
      }
      this.passed = true;
    } catch (mismatch) {
      this.failure = new TestFailure(mismatch, 'testCodeFailure');
    }
  }

  #cancel(failure = new TestFailure(CANCELLED, 'cancelledByParent')): void {
    if (this.endedAt !== undefined || this.failure) return;
    this.fail(failure);
    this.cancelled = true;
    this.#abort.abort();
  }

  readonly #aborted = (): void => {
    const reason: unknown = this.#outer?.reason;
    const failureType = 'testAborted';
    if (typeof reason === 'object' && reason !== null) Object.assign(reason, { failureType });
    this.#cancel(new TestFailure(reason, failureType));
  };
  protected isAborted(): boolean {
    if (!this.signal.aborted && !this.#outer?.aborted) return false;
    this.#aborted();
    return true;
  }
  /** An error that nobody caught came out of it. */
  abort(failure: TestFailure): void {
    this.fail(failure);
    this.#abort.abort();
  }

  // ---- its end -------------------------------------------------------------------------------------------------

  /** Takes the subtests that are not over with it, and reports when it is its turn. */
  end(pending?: TestFailure): void {
    this.endedAt ??= now();
    this.subtests.stop();
    for (const subtest of this.subtests.all) {
      if (subtest.finished) continue;
      subtest.#cancel(pending);
      subtest.end(pending);
    }
    const failed = this.subtests.failedCount;
    if ((this.passed || !this.parent) && failed > 0) {
      const words = `${failed} ${failed > 1 ? 'subtests' : 'subtest'} failed`;
      this.fail(new TestFailure(words, 'subtestsFailed'));
    }
    this.#outer?.removeEventListener('abort', this.#aborted);
    this.mock?.reset();
    this.parent?.subtests.ended(this, () => this.parent?.isTurn === true);
  }

  /** Whether all that were written before it are reported. */
  get isTurn(): boolean {
    const { parent } = this;
    return !parent || (parent.subtests.isNext(this) && parent.isTurn);
  }

  /** Tells of those in it that are not reported yet, then of itself. */
  report(): void {
    this.subtests.reportReady(() => true);
    this.#tellStarted();
    this.harness.count(this);
    this.harness.tell({ type: this.passed ? 'pass' : 'fail', test: resultOf(this) });
    for (const message of this.diagnostics) this.log(message);
  }
  reported(): void {
    this.finished = true;
    const { parent } = this;
    // When all tests of the file are over, its `after` hooks may close what keeps the process alive.
    if (parent && !parent.parent && parent.subtests.areReported) void parent.run();
  }

  #tellStarted(): void {
    if (this.#startedIsTold || !this.parent) return;
    this.#startedIsTold = true;
    this.parent.#tellStarted();
    this.harness.tell({ type: 'start', name: this.name, nesting: this.nesting });
  }
}

export function asFailure(error: unknown): TestFailure {
  return error instanceof TestFailure ? error : new TestFailure(error, 'testCodeFailure');
}
