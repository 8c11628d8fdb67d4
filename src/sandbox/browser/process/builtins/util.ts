/** node:util */
import {
  format,
  formatWithOptions,
  inspect,
  stripVTControlCharacters,
} from 'node-inspect-extracted';
import { isDeepEqual } from './deep-equal.ts';
import { nodeProcess } from './process.ts';

export { format, formatWithOptions, inspect, stripVTControlCharacters };

const { TextDecoder, TextEncoder } = globalThis;

export { TextDecoder, TextEncoder };

type Callback = (error: unknown, value?: unknown) => void;
type Fn = (this: unknown, ...args: unknown[]) => unknown;

const custom = Symbol.for('nodejs.util.promisify.custom');

/** A function that takes a callback last becomes one that gives a promise. */
export const promisify = Object.assign(
  (original: Fn): Fn => {
    const own: unknown = Reflect.get(original, custom);
    if (typeof own === 'function') return own as Fn;
    return function (...args) {
      return new Promise((resolve, reject) => {
        const done: Callback = (error, value) => (error ? reject(error) : resolve(value));
        original.call(this, ...args, done);
      });
    };
  },
  { custom },
);

export function callbackify(original: (...args: unknown[]) => Promise<unknown>) {
  return (...args: unknown[]): void => {
    const callback = args.pop() as Callback;
    original(...args).then(
      (value) => nodeProcess.nextTick(callback, null, value),
      (error: unknown) => nodeProcess.nextTick(callback, error),
    );
  };
}

export function isDeepStrictEqual(a: unknown, b: unknown): boolean {
  return isDeepEqual(a, b);
}

export function inherits(below: { prototype: object }, above: { prototype: object }): void {
  Object.defineProperty(below, 'super_', {
    value: above,
    writable: true,
    configurable: true,
  });
  Object.setPrototypeOf(below.prototype, above.prototype);
}

export function deprecate(original: Fn, words: string, code?: string): Fn {
  let told = false;
  return function (...args) {
    if (!told)
      nodeProcess.emitWarning(words, { type: 'DeprecationWarning', ...(code && { code }) });
    told = true;
    return original.apply(this, args);
  };
}

/** The output is no terminal, so there is nothing to style; as on Node when it writes to a file. */
export function styleText(_style: unknown, text: string): string {
  return text;
}

export function debuglog(): () => void {
  return () => undefined;
}

const tagOf = (value: unknown) => Object.prototype.toString.call(value).slice(8, -1);
const isTagged =
  (...tags: string[]) =>
  (value: unknown) =>
    tags.includes(tagOf(value));

export const types = {
  isPromise: isTagged('Promise'),
  isDate: isTagged('Date'),
  isRegExp: isTagged('RegExp'),
  isMap: isTagged('Map'),
  isSet: isTagged('Set'),
  isWeakMap: isTagged('WeakMap'),
  isWeakSet: isTagged('WeakSet'),
  isNativeError: (value: unknown) => value instanceof Error,
  isArrayBuffer: isTagged('ArrayBuffer'),
  isSharedArrayBuffer: isTagged('SharedArrayBuffer'),
  isAnyArrayBuffer: isTagged('ArrayBuffer', 'SharedArrayBuffer'),
  isArrayBufferView: (value: unknown) => ArrayBuffer.isView(value),
  isTypedArray: (value: unknown) => ArrayBuffer.isView(value) && !(value instanceof DataView),
  isUint8Array: isTagged('Uint8Array'),
  isDataView: isTagged('DataView'),
  isAsyncFunction: isTagged('AsyncFunction', 'AsyncGeneratorFunction'),
  isGeneratorFunction: isTagged('GeneratorFunction', 'AsyncGeneratorFunction'),
  isGeneratorObject: isTagged('Generator', 'AsyncGenerator'),
};
