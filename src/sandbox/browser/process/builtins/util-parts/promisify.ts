/** From callbacks to promises, and back. */
import { checkFunction } from '../../argument-checks.ts';
import { addTick } from '../../loop.ts';
import { nodeError } from '../../node-error.ts';
import { nodeProcess } from '../process.ts';

// biome-ignore lint/suspicious/noExplicitAny: it takes functions of any kind, as in Node's own types.
type Fn = (this: any, ...args: any[]) => unknown;
const custom = Symbol.for('nodejs.util.promisify.custom');

function promisified(original: unknown): Fn {
  checkFunction(original, 'original');
  const own: unknown = Reflect.get(original, custom);
  if (own) {
    checkFunction(own, 'util.promisify.custom');
    return hide(own, own);
  }
  const fn: Fn = function (...args) {
    return new Promise((resolve, reject) => {
      const done = (error: unknown, value?: unknown) => (error ? reject(error) : resolve(value));
      if (Reflect.apply(original, this, [...args, done]) instanceof Promise) {
        nodeProcess.emitWarning(
          'Calling promisify on a function that returns a Promise is likely a mistake.',
          'DeprecationWarning',
          'DEP0174',
        );
      }
    });
  };
  Object.setPrototypeOf(fn, Object.getPrototypeOf(original));
  hide(fn, fn);
  return Object.defineProperties(fn, Object.getOwnPropertyDescriptors(original));
}

function hide(on: Fn, value: Fn): Fn {
  return Object.defineProperty(on, custom, { value, configurable: true });
}

export const promisify = Object.assign(
  Object.defineProperty(promisified, 'name', { value: 'promisify' }),
  { custom },
);

export function callbackify(original: unknown): (...args: unknown[]) => void {
  checkFunction(original, 'original');
  const callbackified = function (this: unknown, ...args: unknown[]): void {
    const callback = args.pop();
    checkFunction(callback, 'last argument');
    const after = (...values: unknown[]) => addTick(() => Reflect.apply(callback, this, values));
    (Reflect.apply(original, this, args) as Promise<unknown>).then(
      (value) => after(null, value),
      (reason: unknown) => after(reason || falsyReason(reason)),
    );
  };
  return Object.defineProperties(callbackified, {
    length: { value: original.length + 1, configurable: true },
    name: { value: `${original.name}Callbackified`, configurable: true },
  });
}

function falsyReason(reason: unknown): Error {
  const error = nodeError(
    Error,
    'ERR_FALSY_VALUE_REJECTION',
    'Promise was rejected with falsy value',
  );
  return Object.assign(error, { reason });
}
