/** How many assertions and subtests a test says it has. */
import { checkInteger, checkNumber, checkObject, invalidType } from '../../argument-checks.ts';
import { clearTimeout, setTimeout, type Timeout } from '../timers.ts';
import { TestFailure } from './test-failure.ts';

const MAX_UINT32 = 2 ** 32 - 1;
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

export interface PlanOptions {
  /** Wait until they are reached: for ever, or for so many milliseconds. */
  wait?: boolean | number;
}

export class TestPlan {
  readonly #expected: number;
  readonly #waitMs: number | undefined;
  #actual = 0;
  #waiting: PromiseWithResolvers<void> | undefined;
  #timer: Timeout | undefined;

  constructor(expected: unknown, options: PlanOptions = {}) {
    checkInteger(expected, 'count', 0, MAX_UINT32);
    checkObject(options, 'options');
    const { wait = false } = options;
    if (typeof wait === 'number') checkNumber(wait, 'options.wait', 0, MAX_TIMEOUT_MS);
    else if (typeof wait !== 'boolean')
      throw invalidType('options.wait', 'one of type boolean or number', wait);
    this.#expected = expected;
    this.#waitMs = wait === true ? Number.POSITIVE_INFINITY : wait === false ? undefined : wait;
  }

  count(): void {
    this.#actual++;
    if (this.#actual !== this.#expected) return;
    clearTimeout(this.#timer);
    this.#waiting?.resolve();
  }

  /** At the end of the test's function: resolves when the plan is met, rejects when it cannot be. */
  async met(): Promise<void> {
    if (this.#actual === this.#expected) return;
    if (this.#waitMs === undefined) {
      const words = `plan expected ${this.#expected} assertions but received ${this.#actual}`;
      throw new TestFailure(words, 'testCodeFailure');
    }
    this.#waiting = Promise.withResolvers();
    if (Number.isFinite(this.#waitMs)) this.#timer = setTimeout(() => this.#expire(), this.#waitMs);
    await this.#waiting.promise;
  }

  #expire(): void {
    const words =
      `plan timed out after ${this.#waitMs}ms with ${this.#actual} assertions ` +
      `when expecting ${this.#expected}`;
    this.#waiting?.reject(new TestFailure(words, 'testTimeoutFailure'));
  }
}
