/** What ends a test before its function is over: its time limit, or an abort. */
import { setTimeout } from '../timers.ts';
import { TestFailure } from './test-failure.ts';

export interface Stop extends Disposable {
  /** Rejects when the time is over, resolves when the test is aborted. */
  readonly promise: Promise<void>;
}

// Taken now: a test may put its own in their place.
const { addEventListener, removeEventListener } = EventTarget.prototype;

export function stopAfter(timeoutMs: number | null, signal: AbortSignal): Stop {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const aborted = () => resolve();
  addEventListener.call(signal, 'abort', aborted, { once: true });
  const timer =
    timeoutMs === null
      ? undefined
      : setTimeout(() => {
          reject(new TestFailure(`test timed out after ${timeoutMs}ms`, 'testTimeoutFailure'));
        }, timeoutMs).unref();
  promise.catch(() => undefined);
  return {
    promise,
    [Symbol.dispose]() {
      removeEventListener.call(signal, 'abort', aborted);
      timer?.close();
    },
  };
}
