import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference, linesOf } from '../../src/quiz/lines.ts';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

test('a difference has all lines of both texts, in their order', () => {
  fc.assert(
    fc.property(lines, lines, (expected, given) => {
      const result = difference(expected, given);
      expect(result.flatMap((line) => ('expected' in line ? [line.expected] : []))).toEqual(
        expected,
      );
      expect(result.flatMap((line) => ('given' in line ? [line.given] : []))).toEqual(given);
    }),
  );
});

test('lines count as the same where they are, and only there', () => {
  fc.assert(
    fc.property(lines, lines, (expected, given) => {
      for (const line of difference(expected, given)) {
        if (line.type === 'same') expect(line.given).toBe(line.expected);
        if (line.type === 'changed') expect(line.given).not.toBe(line.expected);
      }
    }),
  );
});

test('equal texts do not differ', () => {
  fc.assert(
    fc.property(lines, (text) => {
      expect(difference(text, text).every(({ type }) => type === 'same')).toBe(true);
    }),
  );
});

test('one line that is left out is the only difference', () => {
  expect(difference(['a', 'b', 'c'], ['a', 'c'])).toEqual([
    { type: 'same', expected: 'a', given: 'a' },
    { type: 'missing', expected: 'b' },
    { type: 'same', expected: 'c', given: 'c' },
  ]);
});

test('a flood of lines is cut', () => {
  expect(linesOf('x\n'.repeat(100_000))).toHaveLength(200);
});
