/** A function that remembers how it was called. */
import { checkFunction, checkInteger } from '../../argument-checks.ts';

// biome-ignore lint/suspicious/noExplicitAny: a mock stands for functions of any kind.
export type AnyFunction = (this: any, ...args: any[]) => any;

export interface MockCall {
  readonly arguments: readonly unknown[];
  readonly error: unknown;
  readonly result: unknown;
  /** Where it was called. */
  readonly stack: Error;
  readonly target: unknown;
  readonly this: unknown;
}

export interface MockParts {
  readonly implementation: AnyFunction;
  /** How often the implementation is used before what was there comes back. */
  readonly times: number;
  /** Puts back what was there. */
  readonly restore: (context: MockFunctionContext) => void;
}

let trackerOf: (context: MockFunctionContext) => {
  next(): AnyFunction;
  track(call: MockCall): void;
};

/** The `mock` property of such a function. */
export class MockFunctionContext {
  readonly #restore: MockParts['restore'];
  readonly #times: number;
  readonly #once = new Map<number, AnyFunction>();
  #implementation: AnyFunction;
  #calls: MockCall[] = [];

  static {
    trackerOf = (context) => ({
      next: () => context.#next(),
      track: (call) => void context.#calls.push(call),
    });
  }

  constructor({ implementation, times, restore }: MockParts) {
    this.#implementation = implementation;
    this.#times = times;
    this.#restore = restore;
  }

  get calls(): MockCall[] {
    return [...this.#calls];
  }
  callCount(): number {
    return this.#calls.length;
  }
  mockImplementation(implementation: unknown): void {
    checkFunction(implementation, 'implementation');
    this.#implementation = implementation;
  }
  mockImplementationOnce(implementation: unknown, onCall?: number): void {
    checkFunction(implementation, 'implementation');
    const call = onCall ?? this.#calls.length;
    checkInteger(call, 'onCall', this.#calls.length);
    this.#once.set(call, implementation);
  }
  resetCalls(): void {
    this.#calls = [];
  }
  restore(): void {
    this.#restore(this);
  }

  #next(): AnyFunction {
    const call = this.#calls.length;
    const implementation = this.#once.get(call) ?? this.#implementation;
    if (call + 1 === this.#times) this.restore();
    this.#once.delete(call);
    return implementation;
  }
}

/** Looks like the original, and runs what its context says. */
export function mockOf(original: AnyFunction, context: MockFunctionContext): AnyFunction {
  const tracker = trackerOf(context);
  const run = (
    from: AnyFunction,
    isNew: boolean,
    self: unknown,
    args: readonly unknown[],
    call: (implementation: AnyFunction) => unknown,
  ): unknown => {
    let result: unknown;
    let error: unknown;
    try {
      result = call(tracker.next());
      return result;
    } catch (thrown) {
      error = thrown;
      throw thrown;
    } finally {
      const target = isNew ? from : undefined;
      const of = isNew ? result : self;
      tracker.track({ arguments: args, error, result, stack: new Error(), target, this: of });
    }
  };
  return new Proxy(original, {
    apply: (target, self, args) =>
      run(target, false, self, args, (implementation) => Reflect.apply(implementation, self, args)),
    construct: (target, args, newTarget) =>
      run(target, true, undefined, args, (implementation) =>
        Reflect.construct(implementation, args, newTarget),
      ) as object,
    get: (target, key, receiver) => (key === 'mock' ? context : Reflect.get(target, key, receiver)),
  });
}
