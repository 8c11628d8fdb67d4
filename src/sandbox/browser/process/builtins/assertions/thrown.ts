/** What `throws` and `rejects` ask of an error, and what the opposite of both asks of none. */

import { invalidType, invalidValue } from '../../argument-checks.ts';
import { inspect } from '../../inspection.ts';
import { nodeError } from '../../node-error.ts';
import { isDeepEqual } from '../deep-equal.ts';
import { AssertionError } from './assertion-error.ts';

export type Expected =
  | RegExp
  | (abstract new (
      ...args: never[]
    ) => unknown)
  | ((error: unknown) => unknown)
  | object;
/** The assertion on whose behalf it is asked. */
export type Operator = 'throws' | 'rejects' | 'doesNotThrow' | 'doesNotReject';
export type Outcome = { readonly error: unknown } | undefined;
type Message = string | Error | undefined;

const KINDS = 'of type function or an instance of Error, RegExp, or Object';

export function checkThrown(operator: Operator, outcome: Outcome, ...rest: unknown[]): void {
  const { expected, message } = asked(outcome, rest);
  if (!outcome) {
    const name: unknown = expected && Reflect.get(expected, 'name');
    const details = `${name ? ` (${name})` : ''}${message ? `: ${message}` : '.'}`;
    if (message instanceof Error) throw message;
    throw new AssertionError({
      actual: undefined,
      expected,
      operator,
      message: `Missing expected ${operator === 'rejects' ? 'rejection' : 'exception'}${details}`,
    });
  }
  if (expected) match(outcome.error, expected, message, operator);
}

export function checkNotThrown(operator: Operator, outcome: Outcome, ...rest: unknown[]): void {
  if (!outcome) return;
  const [first, second] = rest;
  const expected = typeof first === 'string' ? undefined : first;
  const message = typeof first === 'string' ? first : second;
  const { error } = outcome;
  if (expected && !isLike(error, expected)) throw error;
  if (message instanceof Error) throw message;
  const kind = operator === 'doesNotReject' ? 'rejection' : 'exception';
  const own: unknown =
    error === null || error === undefined ? undefined : Reflect.get(Object(error), 'message');
  throw new AssertionError({
    actual: error,
    expected,
    operator,
    message: `Got unwanted ${kind}${message ? `: ${message}` : '.'}\nActual message: "${own}"`,
  });
}

/** The arguments after the function: what is expected, a message, or both. */
function asked(
  outcome: Outcome,
  rest: readonly unknown[],
): { expected?: Expected; message?: Message } {
  const [first, message] = rest as [unknown, Message];
  if (typeof first === 'string') {
    if (rest.length > 1) throw invalidType('error', KINDS, first);
    const { error } = outcome ?? {};
    const isObject = typeof error === 'object' && error !== null;
    if (outcome && (isObject ? Reflect.get(error, 'message') : error) === first) {
      const words = isObject ? `error message "${first}"` : `error "${first}"`;
      throw nodeError(
        TypeError,
        'ERR_AMBIGUOUS_ARGUMENT',
        `The "error/message" argument is ambiguous. The ${words} is identical to the message.`,
      );
    }
    return { message: first };
  }
  if (first === undefined || first === null) return message === undefined ? {} : { message };
  if (typeof first !== 'object' && typeof first !== 'function')
    throw invalidType('error', KINDS, first);
  return message === undefined ? { expected: first } : { expected: first, message };
}

function match(actual: unknown, expected: Expected, message: Message, operator: Operator): void {
  const fail = (words: string): never => {
    if (message instanceof Error) throw message;
    const error = new AssertionError({ actual, expected, message: message || words, operator });
    error.generatedMessage = !message;
    throw error;
  };
  if (expected instanceof RegExp) {
    const text = String(actual);
    if (expected.test(text)) return;
    fail(
      `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(text)}\n`,
    );
  } else if (typeof expected !== 'function') {
    matchProperties(actual, expected, message, operator);
  } else if (expected.prototype !== undefined && actual instanceof expected) {
    return;
  } else if (isErrorClass(expected)) {
    fail(wrongClass(actual, expected.name));
  } else {
    const verdict: unknown = Reflect.apply(expected, {}, [actual]);
    if (verdict === true) return;
    const name = expected.name ? `"${expected.name}" ` : '';
    const caught = actual instanceof Error ? `\n\nCaught error:\n\n${actual}` : '';
    fail(
      `The ${name}validation function is expected to return "true". Received ${inspect(verdict)}${caught}`,
    );
  }
}

function wrongClass(actual: unknown, name: string): string {
  const words = `The error is expected to be an instance of "${name}". Received `;
  if (!(actual instanceof Error)) return `${words}"${inspect(actual, { depth: -1 })}"`;
  const own = actual.constructor?.name || actual.name;
  const kind =
    own === name ? 'an error with identical name but a different prototype.' : `"${own}"`;
  return `${words}${kind}${actual.message ? `\n\nError message:\n\n${actual.message}` : ''}`;
}

/** Every property of the expected object; of an expected error also its name and message. */
function matchProperties(
  actual: unknown,
  expected: object,
  message: Message,
  operator: Operator,
): void {
  if (typeof actual !== 'object' || actual === null) {
    const error = new AssertionError({ actual, expected, message, operator: 'deepStrictEqual' });
    error.operator = operator;
    throw error;
  }
  const keys = Object.keys(expected);
  if (expected instanceof Error) keys.push('name', 'message');
  else if (keys.length === 0) throw invalidValue('error', expected, 'may not be an empty object');
  for (const key of keys) {
    const own: unknown = Reflect.get(actual, key);
    const wanted: unknown = Reflect.get(expected, key);
    if (isMatch(own, wanted) || (key in actual && isDeepEqual(own, wanted, 'strict'))) continue;
    if (message instanceof Error) throw message;
    const error = message
      ? new AssertionError({ actual, expected, message, operator })
      : new AssertionError({
          actual: new Comparison(actual, keys),
          expected: new Comparison(expected, keys, actual),
          operator: 'deepStrictEqual',
        });
    error.actual = actual;
    error.expected = expected;
    error.operator = operator;
    throw error;
  }
}

const isMatch = (own: unknown, wanted: unknown): boolean =>
  typeof own === 'string' && wanted instanceof RegExp && wanted.test(own);

/** The part of an error that is compared; named in the message. A pattern that fits stands as the text it fits. */
class Comparison {
  constructor(source: object, keys: readonly string[], actual?: object) {
    for (const key of keys) {
      if (!(key in source)) continue;
      const value: unknown = Reflect.get(source, key);
      const own: unknown = actual && Reflect.get(actual, key);
      Object.assign(this, { [key]: isMatch(own, value) ? own : value });
    }
  }
}

function isLike(error: unknown, expected: unknown): boolean {
  if (expected instanceof RegExp) return expected.test(String(error));
  if (typeof expected !== 'function') {
    throw invalidType('expected', 'of type function or an instance of RegExp', expected);
  }
  if (expected.prototype !== undefined && error instanceof expected) return true;
  return !isErrorClass(expected) && Reflect.apply(expected, {}, [error]) === true;
}

const isErrorClass = (value: object): boolean => Object.prototype.isPrototypeOf.call(Error, value);
