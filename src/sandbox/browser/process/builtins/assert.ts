/** node:assert */
import { inspect } from 'node-inspect-extracted';
import { isDeepEqual } from './deep-equal.ts';

interface Details {
  message?: string | Error | undefined;
  actual?: unknown;
  expected?: unknown;
  operator?: string;
}

export class AssertionError extends Error {
  readonly generatedMessage: boolean;
  readonly code = 'ERR_ASSERTION';
  readonly actual: unknown;
  readonly expected: unknown;
  readonly operator: string | undefined;

  constructor({ message, actual, expected, operator }: Details, words = 'Failed') {
    super(message === undefined ? words : String(message));
    Object.defineProperty(this, 'name', {
      value: 'AssertionError',
      configurable: true,
      writable: true,
    });
    this.generatedMessage = message === undefined;
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
  }
}

type Message = string | Error | undefined;

function fails(details: Details, words: string): never {
  throw details.message instanceof Error ? details.message : new AssertionError(details, words);
}

export function ok(value: unknown, message?: Message): asserts value {
  const words = 'The expression evaluated to a falsy value';
  if (!value) fails({ message, actual: value, expected: true, operator: '==' }, words);
}

function pair(actual: unknown, expected: unknown, sign: string): string {
  return `${inspect(actual)} ${sign} ${inspect(expected)}\n`;
}

export function equal(actual: unknown, expected: unknown, message?: Message): void {
  // biome-ignore lint/suspicious/noDoubleEquals: what this assertion is about
  if (actual == expected || (Number.isNaN(actual) && Number.isNaN(expected))) return;
  fails({ message, actual, expected, operator: '==' }, pair(actual, expected, '=='));
}
export function notEqual(actual: unknown, expected: unknown, message?: Message): void {
  // biome-ignore lint/suspicious/noDoubleEquals: what this assertion is about
  if (actual != expected) return;
  fails({ message, actual, expected, operator: '!=' }, pair(actual, expected, '!='));
}
export function strictEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (Object.is(actual, expected)) return;
  const words = `Expected values to be strictly equal:\n\n${pair(actual, expected, '!==')}`;
  fails({ message, actual, expected, operator: 'strictEqual' }, words);
}
export function notStrictEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (!Object.is(actual, expected)) return;
  const words = `Expected "actual" to be strictly unequal to: ${inspect(expected)}`;
  fails({ message, actual, expected, operator: 'notStrictEqual' }, words);
}
export function deepEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (isDeepEqual(actual, expected, false)) return;
  const words = `Expected values to be loosely deep-equal:\n\n${both(actual, expected)}`;
  fails({ message, actual, expected, operator: 'deepEqual' }, words);
}
export function deepStrictEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (isDeepEqual(actual, expected, true)) return;
  const words = `Expected values to be strictly deep-equal:\n\n${both(actual, expected)}`;
  fails({ message, actual, expected, operator: 'deepStrictEqual' }, words);
}
export function notDeepEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (!isDeepEqual(actual, expected, false)) return;
  fails(
    { message, actual, expected, operator: 'notDeepEqual' },
    'Expected values not to be deep-equal',
  );
}
export function notDeepStrictEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (!isDeepEqual(actual, expected, true)) return;
  const words = 'Expected "actual" not to be strictly deep-equal to "expected"';
  fails({ message, actual, expected, operator: 'notDeepStrictEqual' }, words);
}

function both(actual: unknown, expected: unknown): string {
  return `${inspect(actual)}\n\nshould equal\n\n${inspect(expected)}\n`;
}

export function match(text: string, pattern: RegExp, message?: Message): void {
  if (pattern.test(text)) return;
  const words = `The input did not match the regular expression ${inspect(pattern)}. Input:\n\n${inspect(text)}\n`;
  fails({ message, actual: text, expected: pattern, operator: 'match' }, words);
}
export function doesNotMatch(text: string, pattern: RegExp, message?: Message): void {
  if (!pattern.test(text)) return;
  const words = `The input was expected to not match the regular expression ${inspect(pattern)}. Input:\n\n${inspect(text)}\n`;
  fails({ message, actual: text, expected: pattern, operator: 'doesNotMatch' }, words);
}
export function fail(message?: Message): never {
  fails({ message, operator: 'fail' }, 'Failed');
}
export function ifError(value: unknown): void {
  if (value !== null && value !== undefined) throw value;
}

type Expected = RegExp | (new (...args: never[]) => Error) | ((error: unknown) => unknown) | object;

function checkThrown(error: unknown, expected: Expected | undefined): void {
  if (expected === undefined) return;
  if (expected instanceof RegExp) {
    match(String(error), expected);
    return;
  }
  if (typeof expected === 'function') {
    if (expected.prototype !== undefined && error instanceof expected) return;
    if (expected.prototype instanceof Error) throw error;
    const verdict = (expected as (error: unknown) => unknown)(error);
    if (verdict !== true)
      fails(
        { actual: error, operator: 'throws' },
        'The validation function is expected to return "true".',
      );
    return;
  }
  for (const [key, value] of Object.entries(expected)) {
    const actual: unknown = Reflect.get(Object(error), key);
    if (value instanceof RegExp && typeof actual === 'string') match(actual, value);
    else deepStrictEqual(actual, value);
  }
}

export function throws(run: () => unknown, expected?: Expected, message?: Message): void {
  try {
    run();
  } catch (error) {
    checkThrown(error, expected);
    return;
  }
  fails({ message, operator: 'throws' }, 'Missing expected exception.');
}
export function doesNotThrow(run: () => unknown): void {
  run();
}
type Pending = Promise<unknown> | (() => Promise<unknown>);
export async function rejects(
  pending: Pending,
  expected?: Expected,
  message?: Message,
): Promise<void> {
  try {
    await (typeof pending === 'function' ? pending() : pending);
  } catch (error) {
    return checkThrown(error, expected);
  }
  fails({ message, operator: 'rejects' }, 'Missing expected rejection.');
}
export async function doesNotReject(pending: Pending): Promise<void> {
  await (typeof pending === 'function' ? pending() : pending);
}

const shared = {
  AssertionError,
  ok,
  match,
  doesNotMatch,
  fail,
  ifError,
  throws,
  doesNotThrow,
  rejects,
  doesNotReject,
  strictEqual,
  notStrictEqual,
  deepStrictEqual,
  notDeepStrictEqual,
};
const check = (value: unknown, message?: Message): void => ok(value, message);
export const strict = Object.assign(check.bind(undefined), shared, {
  equal: strictEqual,
  notEqual: notStrictEqual,
  deepEqual: deepStrictEqual,
  notDeepEqual: notDeepStrictEqual,
});
export default Object.assign(check, shared, { equal, notEqual, deepEqual, notDeepEqual, strict });
