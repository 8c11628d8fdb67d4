/** `describe`: its function is run at once to find its tests, which run when it is its turn. */

import { now } from '../../thread.ts';
import { buildInside } from './current-test.ts';
import type { Harness } from './harness.ts';
import { stopAfter } from './stop-signal.ts';
import { asFailure, Test } from './test.ts';
import { SuiteContext } from './test-context.ts';
import type { TestPlace } from './test-events.ts';
import type { Given } from './test-options.ts';

export class Suite extends Test {
  override readonly kind = 'suite';
  readonly built: Promise<void>;
  #isBuilt = false;

  constructor(harness: Harness, parent: Test | undefined, known: Given, place?: TestPlace) {
    super(harness, parent, known, place);
    // No limit comes down to a suite from above.
    if (typeof known.options.timeout !== 'number') this.timeoutMs = null;
    this.built = this.#build();
  }

  protected override get isBuilt(): boolean {
    return this.#isBuilt;
  }
  protected override makeContext(): SuiteContext {
    return new SuiteContext(this);
  }

  async #build(): Promise<void> {
    try {
      await buildInside(this, () => Reflect.apply(this.fn, this.context, [this.context]));
    } catch (error) {
      this.fail(asFailure(error));
    }
    this.#isBuilt = true;
  }

  override async run(): Promise<void> {
    this.begin();
    const { context } = this;
    const after = () => this.runHooks('after', context);
    try {
      await this.built;
      this.startedAt = now();
      if (this.isAborted()) {
        this.subtests.forget();
        this.end();
        return;
      }
      if (this.parent && this.parent.hooks.before.length > 0)
        await this.parent.runHooks('before', this.parent.context);
      await this.runHooks('before', context);
      using stop = stopAfter(this.timeoutMs, this.signal);
      const subtests = this.skipped || this.failure ? [] : this.subtests.all;
      await Promise.race([Promise.all(subtests.map((test) => test.start())), stop.promise]);
      await after();
      this.pass();
    } catch (error) {
      await after().catch(() => undefined);
      this.fail(asFailure(error));
    }
    this.end();
  }
}
