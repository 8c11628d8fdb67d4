/** node:timers/promises */
import { checkBoolean, checkObject, checkSignal } from '../argument-checks.ts';
import { abortError } from '../node-error.ts';
import {
  setTimeout as after,
  clearImmediate,
  clearTimeout,
  setInterval as every,
  setImmediate as soon,
} from './timers.ts';

interface Options {
  signal?: AbortSignal;
  ref?: boolean;
}
interface Handle {
  unref(): unknown;
}

function later<Value>(
  start: (done: () => void) => Handle,
  stop: (handle: Handle) => void,
  value: Value,
  options: Options,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    checkObject(options, 'options');
    const { signal, ref = true } = options;
    if (signal !== undefined) checkSignal(signal, 'options.signal');
    checkBoolean(ref, 'options.ref');
    if (signal?.aborted) return reject(abortError(signal.reason));
    const handle = start(() => {
      signal?.removeEventListener('abort', abort);
      resolve(value);
    });
    const abort = () => {
      stop(handle);
      reject(abortError(signal?.reason));
    };
    if (!ref) handle.unref();
    signal?.addEventListener('abort', abort, { once: true });
  });
}

export function setTimeout<Value = void>(
  ms?: number,
  value?: Value,
  options: Options = {},
): Promise<Value | undefined> {
  return later((done) => after(done, ms), clearTimeout, value, options);
}

export function setImmediate<Value = void>(
  value?: Value,
  options: Options = {},
): Promise<Value | undefined> {
  return later(soon, clearImmediate, value, options);
}

export async function* setInterval<Value = void>(
  ms?: number,
  value?: Value,
  { signal, ref = true }: Options = {},
): AsyncGenerator<Value | undefined, void, undefined> {
  if (signal?.aborted) throw abortError(signal.reason);
  let due = 0;
  let wake: () => void = () => undefined;
  const timer = every(() => {
    due++;
    wake();
  }, ms);
  if (!ref) timer.unref();
  const abort = () => wake();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    for (;;) {
      if (signal?.aborted) throw abortError(signal.reason);
      if (due > 0) {
        due--;
        yield value;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

export const scheduler = {
  wait: (ms: number, options?: Options) => setTimeout(ms, undefined, options),
  yield: () => setImmediate(),
};
