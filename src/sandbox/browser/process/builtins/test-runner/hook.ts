/** What runs before or after tests. */

import { stopAfter } from './stop-signal.ts';
import { runBody, type TestFunction } from './test-body.ts';
import type { TestPlace } from './test-events.ts';
import { TestFailure } from './test-failure.ts';
import { timeoutOf } from './test-options.ts';

export const hookKinds = ['before', 'after', 'beforeEach', 'afterEach'] as const;
export type HookKind = (typeof hookKinds)[number];

export interface HookOptions {
  timeout?: number;
  signal?: AbortSignal;
}

export class Hook {
  readonly kind: HookKind;
  readonly place: TestPlace | undefined;
  readonly #fn: TestFunction;
  readonly #timeoutMs: number | null;
  readonly #signal: AbortSignal | undefined;
  #ran: Promise<void> | undefined;

  constructor(kind: HookKind, fn: unknown, options: HookOptions, place: TestPlace | undefined) {
    this.kind = kind;
    this.place = place;
    this.#fn = typeof fn === 'function' ? (fn as TestFunction) : () => undefined;
    this.#timeoutMs = timeoutOf(options, null);
    this.#signal = options.signal;
  }

  /** `before` and `after` run once, however often they are asked for. Rejects with what the hook threw. */
  run(context: object, inside: <Result>(run: () => Result) => Result): Promise<void> {
    const runsOnce = this.kind === 'before' || this.kind === 'after';
    if (runsOnce && this.#ran) return this.#ran;
    const ran = this.#run(context, inside);
    if (runsOnce) this.#ran = ran;
    return ran;
  }

  async #run(context: object, inside: <Result>(run: () => Result) => Result): Promise<void> {
    if (this.#signal?.aborted) throw new TestFailure(this.#signal.reason, 'testAborted');
    using stop = stopAfter(this.#timeoutMs, this.#signal ?? new AbortController().signal);
    const fail = (failure: TestFailure) => {
      throw failure;
    };
    await runBody({ fn: this.#fn, context, stop, inside, fail });
  }
}

/** The hooks of a test: its own, and those for each test that came down from above. */
export class Hooks {
  readonly before: Hook[] = [];
  readonly after: Hook[] = [];
  readonly beforeEach: Hook[] = [];
  readonly afterEach: Hook[] = [];
  #ownAfterEach = 0;

  add(hook: Hook): void {
    // A test's own come before those from above.
    if (hook.kind === 'afterEach') this.afterEach.splice(this.#ownAfterEach++, 0, hook);
    else this[hook.kind].push(hook);
  }

  inherit(above: Hooks): void {
    this.beforeEach.unshift(...above.beforeEach);
    this.afterEach.push(...above.afterEach);
  }
}
