/** The arguments of `test`, `it`, `describe` and `t.test`, in whichever form they are given. */
import {
  checkInteger,
  checkNumber,
  checkSignal,
  invalidType,
  invalidValue,
} from '../../argument-checks.ts';
import type { TestFunction } from './test-body.ts';

const MAX_TIMEOUT_MS = 2 ** 31 - 1;
const MAX_UINT32 = 2 ** 32 - 1;

export interface TestOptions {
  name?: unknown;
  concurrency?: number | boolean | null;
  only?: boolean;
  plan?: number;
  signal?: AbortSignal;
  skip?: boolean | string;
  todo?: boolean | string;
  timeout?: number | null;
  expectFailure?: unknown;
}

export interface Given {
  readonly name: string;
  readonly options: TestOptions;
  readonly fn: TestFunction | undefined;
}

/** `(fn)`, `(options, fn)`, `(name, fn)` or `(name, options, fn)`. */
export function given(args: readonly unknown[]): Given {
  let [name, options, fn] = args;
  if (typeof name === 'function') fn = name;
  else if (typeof name === 'object' && name !== null) {
    fn = options;
    options = name;
  } else if (typeof options === 'function') fn = options;
  const known: TestOptions = typeof options === 'object' && options !== null ? options : {};
  const run = typeof fn === 'function' ? (fn as TestFunction) : undefined;
  const title = known.name ?? name;
  return {
    name: typeof title === 'string' && title !== '' ? title : run?.name || '<anonymous>',
    options: known,
    fn: run,
  };
}

/** How many subtests may run at a time. */
export function concurrencyOf({ concurrency }: TestOptions, above: number): number {
  if (concurrency === undefined || concurrency === null) return above;
  if (typeof concurrency === 'boolean') return concurrency ? Number.POSITIVE_INFINITY : 1;
  if (typeof concurrency !== 'number') {
    throw invalidType('options.concurrency', 'one of type boolean or number', concurrency);
  }
  checkInteger(concurrency, 'options.concurrency', 1, MAX_UINT32);
  return concurrency;
}

/** Milliseconds, or null for a test without a limit. */
export function timeoutOf({ timeout }: TestOptions, above: number | null): number | null {
  if (timeout === undefined || timeout === null || timeout === Number.POSITIVE_INFINITY)
    return above;
  checkNumber(timeout, 'options.timeout', 0, MAX_TIMEOUT_MS);
  return timeout;
}

export function signalOf({ signal }: TestOptions): AbortSignal | undefined {
  if (signal !== undefined) checkSignal(signal, 'options.signal');
  return signal;
}

/** What a test that must fail has to fail with; `match` as `assert.throws` takes it. */
export interface ExpectedFailure {
  readonly match: unknown;
}

export function expectedFailureOf({ expectFailure }: TestOptions): ExpectedFailure | undefined {
  if (expectFailure === undefined || expectFailure === false) return undefined;
  if (typeof expectFailure === 'function' || expectFailure instanceof RegExp)
    return { match: expectFailure };
  if (typeof expectFailure !== 'object' || expectFailure === null) return { match: undefined };
  const keys = Object.keys(expectFailure);
  if (keys.length === 0)
    throw invalidValue('options.expectFailure', expectFailure, 'must not be an empty object');
  if (keys.every((key) => key === 'match' || key === 'label'))
    return { match: Reflect.get(expectFailure, 'match') };
  return { match: expectFailure };
}

/** Whether `skip` or `todo` was asked for; a reason says why. */
export const isSet = (value: unknown): boolean => value !== undefined && value !== false;
export const reasonIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
