/** Runs the function of a test or a hook to its end: a promise, a callback, or its return. */
import type { Stop } from './stop-signal.ts';
import { TestFailure } from './test-failure.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test takes the context that belongs to it, as in Node's own types.
export type TestFunction = (this: any, ...args: any[]) => unknown;

interface Body {
  readonly fn: TestFunction;
  readonly context: object;
  readonly stop: Stop;
  /** Calls it with what it starts belonging to the test. */
  inside<Result>(run: () => Result): Result;
  /** For a failure that does not end the function. */
  fail(failure: TestFailure): void;
}

/** Settles when the function has; rejects with what it threw, or when it was stopped. */
export async function runBody({ fn, context, stop, inside, fail }: Body): Promise<void> {
  if (fn.length !== 2) {
    const result = inside(() => Reflect.apply(fn, context, [context]));
    await Promise.race([result, stop.promise]);
    return;
  }
  const { promise, callback } = doneCallback();
  const result = inside(() => Reflect.apply(fn, context, [context, callback]));
  if (!(result instanceof Promise)) {
    await Promise.race([promise, stop.promise]);
    return;
  }
  fail(
    new TestFailure('passed a callback but also returned a Promise', 'callbackAndPromisePresent'),
  );
  await Promise.race([result, stop.promise]);
}

function doneCallback() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let calls = 0;
  const callback = (error?: unknown) => {
    calls++;
    if (calls > 1) {
      const failure = new TestFailure(
        'callback invoked multiple times',
        'multipleCallbackInvocations',
      );
      // The first call has settled the promise: the second one is an error of its own.
      if (calls === 2) throw failure;
      return;
    }
    if (error) reject(error);
    else resolve();
  };
  return { promise, callback };
}
