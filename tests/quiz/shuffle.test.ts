import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom, shuffled } from '../../src/quiz/shuffle.ts';

test('a shuffled list has the same items, and a seed always the same order', () => {
  fc.assert(
    fc.property(fc.array(fc.anything()), fc.string(), (items, seed) => {
      const once = shuffled(items, seededRandom(seed));
      expect(once).toHaveLength(items.length);
      expect(new Set(once)).toEqual(new Set(items));
      expect(shuffled(items, seededRandom(seed))).toEqual(once);
    }),
  );
});

test('every order of three items comes about as often', () => {
  const times = new Map<string, number>();
  const random = seededRandom('orders');
  for (let n = 0; n < 6000; n++) {
    const order = shuffled(['a', 'b', 'c'], random).join('');
    times.set(order, (times.get(order) ?? 0) + 1);
  }
  expect(times.size).toBe(6);
  for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
