/** What `console.log` prints while what shows objects is not loaded: as Node prints it, or not without loading it. */
import { formatWithOptions } from 'node:util';
import { expect, test } from 'vitest';
import { formatted, setInspection } from '../../../src/sandbox/browser/process/inspection.ts';

const notToBeLoaded = () => {
  throw new Error('It was loaded.');
};

const texts: readonly (readonly unknown[])[] = [
  [],
  [''],
  ['50 % of %s'],
  ['a', 'b %d', 5],
  ["it's", 'two\nlines'],
  [1.5, -0, 0, Number.NaN, Number.POSITIVE_INFINITY, 1e21],
  [12n, -0n],
  [true, false, null, undefined],
  [1, 'text', undefined],
];

test.for(texts)('texts and numbers need nothing more: %#', (args) => {
  setInspection(notToBeLoaded, () => false);
  expect(formatted(args)).toBe(formatWithOptions({}, ...args));
});

test.for([[['%s', 1]], [['a %% b', 2]], [[{}]], [['a', [1]]], [[() => 1]], [[Symbol('a')]]])(
  'what has more to it is loaded for: %#',
  ([args]) => {
    setInspection(notToBeLoaded, () => false);
    expect(() => formatted(args ?? [])).toThrow('It was loaded.');
  },
);

test('who has it loaded may have changed how it shows numbers', () => {
  setInspection(notToBeLoaded, () => true);
  expect(() => formatted([1_000_000])).toThrow('It was loaded.');
});
