/** The tests in a test: which may run now, and whose turn it is to be reported. */
import type { Test } from './test.ts';

export class Subtests {
  readonly #concurrency: number;
  #all: Test[] = [];
  /** Those that wait until one of the others is over. */
  #waiting: { test: Test; begin: () => void }[] = [];
  /** Those that are over, by their number, until all before them are reported. */
  readonly #ready = new Map<number, Test>();
  readonly #unfinished = new Set<Test>();
  readonly #numbers = new Map<Test, number>();
  #over: PromiseWithResolvers<void> | undefined;
  #active = 0;
  #reported = 0;

  constructor(concurrency: number) {
    this.#concurrency = concurrency;
  }

  get all(): readonly Test[] {
    return this.#all;
  }
  /** Resolves when none is left; undefined where there was none. */
  get over(): Promise<void> | undefined {
    return this.#over?.promise;
  }
  get areReported(): boolean {
    return this.#reported >= this.#all.length;
  }
  get failedCount(): number {
    return this.#all.filter(({ passed, isTodo }) => !passed && !isTodo).length;
  }
  get concurrency(): number {
    return this.#concurrency;
  }

  add(test: Test): void {
    this.#over ??= Promise.withResolvers();
    this.#all.push(test);
  }
  /** None of them has run, and none is to be cancelled. */
  forget(): void {
    this.#all = [];
  }

  /** Runs it, now if there is room. Resolves at its end. */
  start(test: Test, canRun: boolean): Promise<void> {
    this.#number(test);
    this.#unfinished.add(test);
    if (canRun && this.#hasRoom) return test.run();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push({ test, begin: resolve });
    return promise;
  }
  began(): void {
    this.#active++;
  }

  /** Those that wait will not run any more. */
  stop(): void {
    this.#waiting = [];
  }

  /** Notes that a test is over, and lets the next one run. `isTurn`: whether the parent may report. */
  ended(test: Test, isTurn: () => boolean): void {
    this.#active--;
    this.#ready.set(this.#number(test), test);
    if (this.#unfinished.delete(test) && this.#unfinished.size === 0) this.#over?.resolve();
    this.reportReady(isTurn);
    void this.#runWaiting();
  }

  /** Reports those that are over, up to the first that is not. */
  reportReady(isTurn: () => boolean): void {
    for (;;) {
      const number = this.#reported + 1;
      const next = this.#ready.get(number);
      if (!next || !isTurn()) return;
      next.report();
      this.#ready.delete(number);
      this.#reported++;
      next.reported();
    }
  }

  /** Whether all before it are reported. */
  isNext(test: Test): boolean {
    return this.#numbers.get(test) === this.#reported + 1;
  }

  get #hasRoom(): boolean {
    return this.#concurrency > this.#active;
  }

  async #runWaiting(): Promise<void> {
    while (this.#waiting.length > 0 && this.#hasRoom) {
      const next = this.#waiting.shift();
      if (!next) return;
      await next.test.run();
      next.begin();
    }
  }

  /** In the order in which they are started, or else ended. */
  #number(test: Test): number {
    const number = this.#numbers.get(test) ?? this.#numbers.size + 1;
    this.#numbers.set(test, number);
    return number;
  }
}
