/** What a schema missed, in an author's words. */
import type { z } from 'astro/zod';
import { quote } from './names.ts';

/** `data` is what was parsed; `key` is the one key meant of an issue about unknown keys. */
export function issueWords(
  issue: z.core.$ZodIssue,
  data: unknown,
  key?: string,
): { expected: string; found: string } {
  const label = labelOf(issue.path);
  const about = (text: string) => (label === '' ? text : `${label}: ${text}`);
  if (key !== undefined) {
    return { expected: about('only keys that the format has'), found: `the key ${quote(key)}` };
  }
  // A schema of ours that counts or compares says what it found itself.
  const counted: unknown = issue.code === 'custom' ? issue.params?.['found'] : undefined;
  const found = typeof counted === 'string' ? counted : shown(valueAt(data, issue.path));
  return { expected: about(expectation(issue)), found };
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map(shown).join(' or ');
    case 'too_small':
      return `at least ${amount(issue.minimum, issue.origin)}`;
    case 'too_big':
      return `at most ${amount(issue.maximum, issue.origin)}`;
    case 'invalid_format':
      return formats[issue.format] ?? issue.message;
    case 'invalid_union':
      if ('options' in issue && Array.isArray(issue.options))
        return issue.options.map(shown).join(' or ');
      return [...new Set(issue.errors.flatMap((issues) => issues.map(expectation)))].join(' or ');
    default:
      return issue.message;
  }
}

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
};

const formats: Readonly<Record<string, string>> = {
  url: 'an address that begins with https://',
  date: 'a date, as in 2026-11-22',
};

/** `3 letters`, `1 in the list`, or the bare number. */
function amount(count: number | bigint, origin: string): string {
  if (origin === 'string') return `${count} ${count === 1 ? 'letter' : 'letters'}`;
  return origin === 'array' ? `${count} in the list` : String(count);
}

/** `options[2].explanation`, as one would write it in code. */
const labelOf = (path: readonly PropertyKey[]) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** A value as its author wrote it, cut to a length that fits a line. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'keys with values';
  if (typeof value !== 'string') return String(value);
  return quote(value.length > 60 ? `${value.slice(0, 57)}…` : value);
}
