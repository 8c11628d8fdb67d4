/** node:util */

import { checkFunction, checkObject, checkSignal, invalidType } from '../argument-checks.ts';
import { isDeepEqual } from './deep-equal.ts';
import { format, formatWithOptions, inspect, stripVTControlCharacters } from './inspect.ts';
import { nodeProcess } from './process.ts';
import * as typeTests from './util-types.ts';

export { debuglog, debuglog as debug } from './util-parts/debuglog.ts';
export { MIMEParams, MIMEType } from './util-parts/mime-type.ts';
export { parseArgs } from './util-parts/parse-args.ts';
export { parseEnv } from './util-parts/parse-env.ts';
export { callbackify, promisify } from './util-parts/promisify.ts';
export { styleText } from './util-parts/style-text.ts';
export {
  getSystemErrorMap,
  getSystemErrorMessage,
  getSystemErrorName,
} from './util-parts/system-errors.ts';
export { format, formatWithOptions, inspect, stripVTControlCharacters };

/** Without the `default` that a shelved module has. */
export const types = Object.fromEntries(
  Object.entries(typeTests).filter(([name]) => name !== 'default'),
);
export const { TextDecoder, TextEncoder } = globalThis;

// biome-ignore lint/suspicious/noExplicitAny: it takes functions of any kind, as in Node's own types.
type Fn = (this: any, ...args: any[]) => unknown;

export function isDeepStrictEqual(a: unknown, b: unknown, skipPrototype = false): boolean {
  return isDeepEqual(a, b, 'strict', skipPrototype);
}

export function inherits(below: unknown, above: unknown): void {
  checkFunction(below, 'ctor');
  checkFunction(above, 'superCtor');
  if (above.prototype === undefined)
    throw invalidType('superCtor.prototype', 'of type object', above.prototype);
  Object.defineProperty(below, 'super_', { value: above, writable: true, configurable: true });
  Object.setPrototypeOf(below.prototype, above.prototype);
}

const toldCodes = new Set<string>();

/** Warns when the function is called for the first time; once for all functions with the same code. */
export function deprecate(original: Fn, words: string, code?: string): Fn {
  let told = false;
  const deprecated: Fn = function (...args) {
    if (!told && !nodeProcess.noDeprecation && !(code && toldCodes.has(code))) {
      if (code) toldCodes.add(code);
      nodeProcess.emitWarning(words, 'DeprecationWarning', code);
    }
    told = true;
    return new.target
      ? Reflect.construct(original, args, new.target)
      : Reflect.apply(original, this, args);
  };
  Object.setPrototypeOf(deprecated, original);
  if (original.prototype) deprecated.prototype = original.prototype;
  return Object.defineProperties(deprecated, {
    name: { value: original.name, configurable: true },
    length: { value: original.length, configurable: true },
  });
}

export function toUSVString(text: unknown): string {
  return String(text).toWellFormed();
}

/** Resolves when the signal aborts. Waits without keeping the process alive. */
export function aborted(signal: unknown, resource: unknown): Promise<void> {
  checkSignal(signal, 'signal');
  checkObject(resource, 'resource');
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

export const isArray = deprecate(
  Array.isArray,
  'The `util.isArray` API is deprecated. Please use `Array.isArray()` instead.',
  'DEP0044',
);
export const _extend = deprecate(
  (target: object, source: unknown) =>
    typeof source === 'object' && source !== null ? Object.assign(target, source) : target,
  'The `util._extend` API is deprecated. Please use Object.assign() instead.',
  'DEP0060',
);
