/** Aborts say in every browser what they say on Node, and a signal's timer keeps no process alive. */
import { checkInteger } from './argument-checks.ts';
import { setTimeout } from './builtins/timers.ts';
import { stackOf } from './stack-traces.ts';

const MAX_UINT32 = 2 ** 32 - 1;
const aborted = () => withStack(new DOMException('This operation was aborted', 'AbortError'));

export function installAbortSignals(): void {
  const { abort } = AbortController.prototype;
  replace(AbortController.prototype, 'abort', function (this: AbortController, reason?: unknown) {
    abort.call(this, reason === undefined ? aborted() : reason);
  });
  const made = AbortSignal.abort;
  replace(AbortSignal, 'abort', (reason?: unknown) =>
    made.call(AbortSignal, reason === undefined ? aborted() : reason),
  );
  replace(AbortSignal, 'timeout', (ms: unknown) => {
    checkInteger(ms, 'delay', 0, MAX_UINT32);
    const controller = new AbortController();
    const words = 'The operation was aborted due to timeout';
    const expire = () => abort.call(controller, withStack(new DOMException(words, 'TimeoutError')));
    setTimeout(expire, ms).unref();
    return controller.signal;
  });
}

function replace(object: object, name: string, value: object): void {
  const before = Object.getOwnPropertyDescriptor(object, name);
  if (!before) return;
  Object.defineProperty(value, 'name', { value: name });
  Object.defineProperty(object, name, { ...before, value });
}

/** Some browsers give one only to exceptions that they throw themselves. */
function withStack(exception: DOMException): DOMException {
  const [, ...frames] = stackOf(new Error()).split('\n');
  const value = [`${exception.name}: ${exception.message}`, ...frames].join('\n');
  return Object.defineProperty(exception, 'stack', { value, writable: true, configurable: true });
}
