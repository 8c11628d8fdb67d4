import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TimerHeap } from '../../../src/sandbox/browser/process/timer-heap.ts';

test('timers come out by time, then in the order in which they were set, without those taken out', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ due: fc.nat(20), kept: fc.boolean() })), (given) => {
      const heap = new TimerHeap<{ due: number; order: number; place: number }>();
      const timers = given.map(({ due, kept }, order) => ({ due, kept, order, place: -1 }));
      for (const timer of timers) heap.add(timer);
      for (const timer of timers) if (!timer.kept) heap.remove(timer);
      const came: number[] = [];
      for (let timer = heap.first(); timer; timer = heap.first()) {
        came.push(timer.order);
        heap.remove(timer);
      }
      const expected = timers
        .filter(({ kept }) => kept)
        .sort((a, b) => a.due - b.due || a.order - b.order)
        .map(({ order }) => order);
      expect(came).toEqual(expected);
    }),
  );
});
