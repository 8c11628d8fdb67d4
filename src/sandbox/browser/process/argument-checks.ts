/** Node's complaints about arguments, in its words. */
import { inspect } from './inspection.ts';
import { nodeError } from './node-error.ts';

/** What was given instead, as Node describes it: ` Received type number (5)`. */
export function received(value: unknown): string {
  if (value === null || value === undefined) return ` Received ${value}`;
  if (typeof value === 'function') return ` Received function ${value.name}`;
  if (typeof value === 'object') {
    const name: unknown = value.constructor?.name;
    return name ? ` Received an instance of ${name}` : ` Received ${inspect(value, { depth: -1 })}`;
  }
  const shown = inspect(value, { colors: false });
  const short = shown.length > 28 ? `${shown.slice(0, 25)}...` : shown;
  return ` Received type ${typeof value} (${short})`;
}

/** `expected` as Node says it: `of type string`, `an instance of Buffer or URL`. */
export function invalidType(name: string, expected: string, value: unknown): Error {
  const what = name.endsWith(' argument')
    ? name
    : `"${name}" ${name.includes('.') ? 'property' : 'argument'}`;
  const words = `The ${what} must be ${expected}.${received(value)}`;
  return nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', words);
}

export function invalidValue(name: string, value: unknown, reason = 'is invalid'): Error {
  const shown = inspect(value);
  const short = shown.length > 128 ? `${shown.slice(0, 128)}...` : shown;
  const kind = name.includes('.') ? 'property' : 'argument';
  const words = `The ${kind} '${name}' ${reason}. Received ${short}`;
  return nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', words);
}

/** `range` as Node says it: `an integer`, `>= 0 && <= 65535`. */
export function outOfRange(name: string, range: string, value: unknown): Error {
  const digits = typeof value === 'number' && Number.isInteger(value) && Math.abs(value) > 2 ** 32;
  const shown = digits
    ? String(value).replace(/\d(?=(?:\d{3})+$)/g, '$&_')
    : typeof value === 'bigint'
      ? `${value}n`
      : inspect(value);
  const words = `The value of "${name}" is out of range. It must be ${range}. Received ${shown}`;
  return nodeError(RangeError, 'ERR_OUT_OF_RANGE', words);
}

export function checkFunction(
  value: unknown,
  name: string,
): asserts value is (...args: unknown[]) => unknown {
  if (typeof value !== 'function') throw invalidType(name, 'of type function', value);
}

export function checkString(value: unknown, name: string): asserts value is string {
  if (typeof value !== 'string') throw invalidType(name, 'of type string', value);
}

export function checkBoolean(value: unknown, name: string): asserts value is boolean {
  if (typeof value !== 'boolean') throw invalidType(name, 'of type boolean', value);
}

export function checkObject(value: unknown, name: string): asserts value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidType(name, 'of type object', value);
  }
}

export function checkNumber(
  value: unknown,
  name: string,
  least = Number.NEGATIVE_INFINITY,
  most = Number.POSITIVE_INFINITY,
): asserts value is number {
  if (typeof value !== 'number') throw invalidType(name, 'of type number', value);
  if (value >= least && value <= most) return;
  throw outOfRange(name, rangeOf(least, most), value);
}

export function checkInteger(
  value: unknown,
  name: string,
  least = Number.MIN_SAFE_INTEGER,
  most = Number.MAX_SAFE_INTEGER,
): asserts value is number {
  if (typeof value !== 'number') throw invalidType(name, 'of type number', value);
  if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
  if (value < least || value > most) throw outOfRange(name, `>= ${least} && <= ${most}`, value);
}

export function checkSignal(value: unknown, name: string): asserts value is AbortSignal {
  if (typeof value === 'object' && value !== null && 'aborted' in value) return;
  throw invalidType(name, 'an instance of AbortSignal', value);
}

function rangeOf(least: number, most: number): string {
  if (Number.isFinite(least) && Number.isFinite(most)) return `>= ${least} && <= ${most}`;
  return Number.isFinite(least) ? `>= ${least}` : `<= ${most}`;
}
