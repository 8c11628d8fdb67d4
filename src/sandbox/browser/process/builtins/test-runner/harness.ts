/** The run of a file's tests: its root, its beginning and its end, what is counted, and the report on standard output. */
import { inspect } from '../../inspection.ts';
import { addTick } from '../../loop.ts';
import { tidyStack } from '../../stack-traces.ts';
import { now, thread } from '../../thread.ts';
import { nodeProcess } from '../process.ts';
import { setInterval } from '../timers.ts';
import { SpecReport } from './spec-report.ts';
import { Suite } from './suite.ts';
import { asFailure, Test } from './test.ts';
import type { TestEvent, TestPlace } from './test-events.ts';
import { TestFailure } from './test-failure.ts';
import { durationBetween } from './test-result.ts';

const NEVER_ENDED = 'Promise resolution is still pending but the event loop has already resolved';
const LONG_MS = 2 ** 31 - 1;

export class Harness {
  readonly root: Test;
  /** True until the first suites have told which tests are in them. */
  isBuilding = true;
  readonly #report = new SpecReport({ folder: `${thread().cwd}/`, show });
  readonly #counts = { tests: 0, suites: 0, pass: 0, fail: 0, cancelled: 0, skipped: 0, todo: 0 };
  #isSuccess = true;
  readonly #ready: Promise<void>;
  readonly #suites: Promise<void>[] = [];
  #built: Promise<void> | undefined;
  /** The report so far, while nobody reads it yet: as on Node, it begins when the loop turns for the first time. */
  #unwritten: string | undefined = '';
  readonly #diagnostics: string[] = [];

  constructor() {
    this.root = new Test(this, undefined, { name: '<root>', options: {}, fn: undefined });
    this.root.startedAt = now();
    this.#ready = this.#begin();
    nodeProcess.on('uncaughtException', this.#uncaught);
    nodeProcess.on('unhandledRejection', this.#unhandled);
    nodeProcess.on('beforeExit', this.#drained);
  }

  /** The file that is run. */
  get entry(): string | undefined {
    return thread().argv[1];
  }

  /** Starts a test of the file, once the file has been read as far as it goes without waiting. */
  async start(test: Test): Promise<void> {
    if (this.isBuilding) {
      await this.#ready;
      if (test instanceof Suite) this.#suites.push(test.built);
      this.#built ??= Promise.resolve().then(() => Promise.all(this.#suites).then(() => undefined));
      await this.#built;
      this.isBuilding = false;
    }
    await test.start();
  }

  count(test: Test): void {
    if (test.kind === 'suite') {
      this.#counts.suites++;
      if (!test.passed && !test.isTodo) this.#isSuccess = false;
      return;
    }
    this.#counts.tests++;
    if (test.skipped) this.#counts.skipped++;
    else if (test.isTodo) this.#counts.todo++;
    else if (test.cancelled) this.#counts.cancelled++;
    else if (test.passed) this.#counts.pass++;
    else this.#counts.fail++;
    if (!test.skipped && !test.isTodo && !test.passed) this.#isSuccess = false;
  }

  tell(event: TestEvent): void {
    const text = this.#report.take(event);
    if (this.#unwritten !== undefined) this.#unwritten += text;
    else if (text !== '') nodeProcess.stdout.write(text);
  }

  /** A hook that ran after all tests has no test to fail. */
  tellOfHook(place: TestPlace | undefined, { cause }: TestFailure): void {
    const failure = { type: 'hookFailed', error: cause } as const;
    const name = place?.file ?? '<anonymous>';
    this.tell({ type: 'fail', test: { name, nesting: 0, durationMs: 1, place, failure } });
  }

  async #begin(): Promise<void> {
    addTick(() => {
      const text = this.#unwritten ?? '';
      this.#unwritten = undefined;
      if (text !== '') nodeProcess.stdout.write(text);
    });
    await undefined;
  }

  readonly #drained = async (): Promise<void> => {
    const { root } = this;
    if (root.subtests.all.length === 0) await root.run();
    if (root.subtests.over) {
      // Something may still be awaited that does not keep a process alive.
      const alive = setInterval(() => undefined, LONG_MS);
      await root.subtests.over;
      alive.close();
    }
    root.end(new TestFailure(NEVER_ENDED, 'cancelledByParent'));
    nodeProcess.off('uncaughtException', this.#uncaught);
    nodeProcess.off('unhandledRejection', this.#unhandled);
    nodeProcess.off('beforeExit', this.#drained);
    this.#finish();
  };

  #finish(): void {
    const duration = durationBetween(this.root.startedAt, this.root.endedAt);
    const counts = Object.entries({ ...this.#counts, duration_ms: duration });
    const messages = [...this.#diagnostics, ...counts.map(([name, count]) => `${name} ${count}`)];
    for (const message of messages) this.tell({ type: 'diagnostic', nesting: 0, message });
    this.tell({ type: 'end' });
    if (!this.#isSuccess) nodeProcess.exitCode = 1;
  }

  readonly #uncaught = (error: unknown): void => this.#stray(error, 'uncaughtException');
  readonly #unhandled = (error: unknown): void => this.#stray(error, 'unhandledRejection');

  /**
   * Node knows which test an error comes from that nobody caught. Here it is put down to the innermost test that runs;
   * where none does, to none.
   */
  #stray(error: unknown, event: 'uncaughtException' | 'unhandledRejection'): void {
    const running = innermostRunning(this.root);
    if (running) {
      running.abort(new TestFailure(asFailure(error).cause, event));
      return;
    }
    this.#diagnostics.push(
      'Error: A resource generated asynchronous activity after the test ended. ' +
        `This activity created the error "${error}" which triggered an ${event} event, ` +
        'caught by the test runner.',
    );
    this.#isSuccess = false;
    nodeProcess.exitCode = 1;
  }
}

function innermostRunning(test: Test): Test | undefined {
  for (const subtest of test.subtests.all) {
    const isRunning = subtest.startedAt !== undefined && subtest.endedAt === undefined;
    if (isRunning) return innermostRunning(subtest) ?? subtest;
  }
  return undefined;
}

function show(error: unknown): string {
  if (error instanceof Error) tidyStack(error);
  return inspect(error, { breakLength: Number.POSITIVE_INFINITY });
}

let harness: Harness | undefined;

/** The one of this thread; the first test or hook makes it. */
export function theHarness(): Harness {
  harness ??= new Harness();
  return harness;
}
