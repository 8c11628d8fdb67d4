/** The global `queueMicrotask`. */
import { nodeError } from './node-error.ts';
import { uncaughtLater } from './uncaught.ts';

const queue = globalThis.queueMicrotask.bind(globalThis);

/** What the callback throws ends the program at once, as on Node; the browser would tell it as if a listener had thrown. */
export function queueMicrotask(callback: unknown): void {
  if (typeof callback !== 'function') {
    const words = 'The "callback" argument must be of type function.';
    throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', words);
  }
  queue(() => {
    try {
      callback();
    } catch (error) {
      uncaughtLater(error);
    }
  });
}
