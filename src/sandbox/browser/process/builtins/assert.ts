/** node:assert */

import { checkFunction, invalidType, invalidValue, received } from '../argument-checks.ts';
import { inspect } from '../inspection.ts';
import { nodeError } from '../node-error.ts';
import { AssertionError } from './assertions/assertion-error.ts';
import type { DiffStyle } from './assertions/assertion-message.ts';
import { callSource } from './assertions/call-source.ts';
import { checkNotThrown, checkThrown, type Outcome } from './assertions/thrown.ts';
import { type DeepMode, isDeepEqual } from './deep-equal.ts';
import { nodeProcess } from './process.ts';

export { AssertionError };

type Test = (actual: unknown, expected: unknown, options: AssertOptions) => boolean;
type Compare = (actual: unknown, expected: unknown, message?: unknown) => void;

export interface AssertOptions {
  diff?: DiffStyle;
  strict?: boolean;
  skipPrototype?: boolean;
}

function comparison(name: string, operator: string, holds: Test) {
  return (options: AssertOptions): Compare => {
    const compare: Compare = (...args) => {
      if (args.length < 2) {
        const words = 'The "actual" and "expected" arguments must be specified';
        throw nodeError(TypeError, 'ERR_MISSING_ARGS', words);
      }
      const [actual, expected, message] = args;
      if (holds(actual, expected, options)) return;
      if (message instanceof Error) throw message;
      const { diff } = options;
      throw new AssertionError({ actual, expected, message, operator, diff });
    };
    return Object.defineProperty(compare, 'name', { value: name });
  };
}

const looselyEqual: Test = (a, b) =>
  // biome-ignore lint/suspicious/noDoubleEquals: what this assertion is about
  a == b || (Number.isNaN(a) && Number.isNaN(b));
const deeply =
  (mode: DeepMode): Test =>
  (a, b, { skipPrototype }) =>
    isDeepEqual(a, b, mode, skipPrototype);
const not =
  (test: Test): Test =>
  (...args) =>
    !test(...args);

const comparisons = {
  equal: comparison('equal', '==', looselyEqual),
  notEqual: comparison('notEqual', '!=', not(looselyEqual)),
  strictEqual: comparison('strictEqual', 'strictEqual', Object.is),
  notStrictEqual: comparison('notStrictEqual', 'notStrictEqual', not(Object.is)),
  deepEqual: comparison('deepEqual', 'deepEqual', deeply('loose')),
  notDeepEqual: comparison('notDeepEqual', 'notDeepEqual', not(deeply('loose'))),
  deepStrictEqual: comparison('deepStrictEqual', 'deepStrictEqual', deeply('strict')),
  notDeepStrictEqual: comparison('notDeepStrictEqual', 'notDeepStrictEqual', not(deeply('strict'))),
  partialDeepStrictEqual: comparison(
    'partialDeepStrictEqual',
    'partialDeepStrictEqual',
    deeply('partial'),
  ),
};

export const equal = comparisons.equal({});
export const notEqual = comparisons.notEqual({});
export const strictEqual = comparisons.strictEqual({});
export const notStrictEqual = comparisons.notStrictEqual({});
export const deepEqual = comparisons.deepEqual({});
export const notDeepEqual = comparisons.notDeepEqual({});
export const deepStrictEqual = comparisons.deepStrictEqual({});
export const notDeepStrictEqual = comparisons.notDeepStrictEqual({});
export const partialDeepStrictEqual = comparisons.partialDeepStrictEqual({});

export function ok(...args: unknown[]): void {
  const [value, message] = args;
  if (value) return;
  if (message instanceof Error) throw message;
  const source = args.length > 0 && (message ?? undefined) === undefined ? callSource() : undefined;
  const words =
    args.length === 0
      ? 'No value argument passed to `assert.ok()`'
      : (message ?? (source && `The expression evaluated to a falsy value:\n\n  ${source}\n`));
  const error = new AssertionError({
    actual: value,
    expected: true,
    message: words,
    operator: '==',
  });
  error.generatedMessage = args.length === 0 || (message ?? undefined) === undefined;
  throw error;
}

let toldOfFail = false;
export function fail(...args: unknown[]): never {
  const [actual, expected, words, operator] = args;
  const isAlone = args.length === 1 && actual !== undefined && actual !== null;
  const message = isAlone ? actual : args.length <= 1 ? 'Failed' : words;
  if (message instanceof Error) throw message;
  if (args.length > 1 && !toldOfFail) {
    toldOfFail = true;
    nodeProcess.emitWarning(
      'assert.fail() with more than one argument is deprecated. ' +
        'Please use assert.strictEqual() instead or only pass a message.',
      { type: 'DeprecationWarning', code: 'DEP0094' },
    );
  }
  const given = args.length > 1 ? { actual, expected } : {};
  const sign = operator ?? (args.length === 2 ? '!=' : 'fail');
  const error = new AssertionError({ ...given, message, operator: String(sign) });
  if (!isAlone && args.length <= 1) error.generatedMessage = true;
  throw error;
}

function matching(
  operator: 'match' | 'doesNotMatch',
  text: unknown,
  pattern: unknown,
  message: unknown,
) {
  if (!(pattern instanceof RegExp)) throw invalidType('regexp', 'an instance of RegExp', pattern);
  if (typeof text === 'string' && pattern.test(text) === (operator === 'match')) return;
  if (message instanceof Error) throw message;
  const verb = operator === 'match' ? 'did not match' : 'was expected to not match';
  const words =
    typeof text === 'string'
      ? `The input ${verb} the regular expression ${inspect(pattern)}. Input:\n\n${inspect(text)}\n`
      : `The "string" argument must be of type string. Received type ${typeof text} (${inspect(text)})`;
  const error = new AssertionError({
    actual: text,
    expected: pattern,
    message: message || words,
    operator,
  });
  error.generatedMessage = !message;
  throw error;
}

export function match(text: unknown, pattern: unknown, message?: unknown): void {
  matching('match', text, pattern, message);
}
export function doesNotMatch(text: unknown, pattern: unknown, message?: unknown): void {
  matching('doesNotMatch', text, pattern, message);
}

export function ifError(value: unknown): void {
  if (value === null || value === undefined) return;
  const message: unknown = Reflect.get(Object(value), 'message');
  const said =
    typeof value === 'object' && typeof message === 'string'
      ? message || value.constructor?.name
      : inspect(value);
  throw new AssertionError({
    actual: value,
    expected: null,
    operator: 'ifError',
    message: `ifError got unwanted exception: ${said}`,
  });
}

function outcomeOf(run: unknown): Outcome {
  checkFunction(run, 'fn');
  try {
    run();
  } catch (error) {
    return { error };
  }
  return undefined;
}

async function settled(pending: unknown): Promise<Outcome> {
  let promise = pending;
  if (typeof pending === 'function') {
    promise = pending();
    if (!isPromise(promise)) {
      const words =
        'Expected instance of Promise to be returned from the "promiseFn" function but got' +
        received(promise).replace(' Received', '');
      throw nodeError(TypeError, 'ERR_INVALID_RETURN_VALUE', `${words}.`);
    }
  } else if (!isPromise(pending)) {
    throw invalidType('promiseFn', 'of type function or an instance of Promise', pending);
  }
  try {
    await promise;
  } catch (error) {
    return { error };
  }
  return undefined;
}

function isPromise(value: unknown): boolean {
  if (value instanceof Promise) return true;
  if (typeof value !== 'object' || value === null) return false;
  const { then, catch: caught } = value as { then?: unknown; catch?: unknown };
  return typeof then === 'function' && typeof caught === 'function';
}

export function throws(run: unknown, ...rest: unknown[]): void {
  checkThrown('throws', outcomeOf(run), ...rest);
}
export async function rejects(pending: unknown, ...rest: unknown[]): Promise<void> {
  checkThrown('rejects', await settled(pending), ...rest);
}
export function doesNotThrow(run: unknown, ...rest: unknown[]): void {
  checkNotThrown('doesNotThrow', outcomeOf(run), ...rest);
}
export async function doesNotReject(pending: unknown, ...rest: unknown[]): Promise<void> {
  checkNotThrown('doesNotReject', await settled(pending), ...rest);
}

const others = {
  AssertionError,
  ok,
  fail,
  match,
  doesNotMatch,
  ifError,
  throws,
  rejects,
  doesNotThrow,
  doesNotReject,
};

/** Assertions with settings of their own. */
export class Assert {
  constructor({ diff, strict: isStrict = true, skipPrototype = false }: AssertOptions = {}) {
    if (diff !== undefined && diff !== 'simple' && diff !== 'full') {
      throw invalidValue('options.diff', diff, "must be one of: 'simple', 'full'");
    }
    const options = { ...(diff && { diff }), skipPrototype };
    const own = Object.fromEntries(
      Object.entries(comparisons).map(([name, make]) => [name, make(options)]),
    );
    const strictly = isStrict && {
      equal: own['strictEqual'],
      notEqual: own['notStrictEqual'],
      deepEqual: own['deepStrictEqual'],
      notDeepEqual: own['notDeepStrictEqual'],
    };
    Object.assign(this, others, own, strictly);
  }
}

const all = {
  ...others,
  Assert,
  equal,
  notEqual,
  strictEqual,
  notStrictEqual,
  deepEqual,
  notDeepEqual,
  deepStrictEqual,
  notDeepStrictEqual,
  partialDeepStrictEqual,
};
export const strict = Object.assign((...args: unknown[]): void => ok(...args), all, {
  equal: strictEqual,
  notEqual: notStrictEqual,
  deepEqual: deepStrictEqual,
  notDeepEqual: notDeepStrictEqual,
});
Object.assign(strict, { strict });
export default Object.assign((...args: unknown[]): void => ok(...args), all, { strict });
