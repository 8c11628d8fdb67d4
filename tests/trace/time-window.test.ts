import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RunClock } from '../../src/elements/timeline/run-clock.ts';
import { including, moved, zoomed } from '../../src/elements/timeline/time-window.ts';

const whole = { fromMs: 10, toMs: 1_010 };

test('zooming keeps the moment under the cursor in its place', () => {
  expect(zoomed(whole, 0.5, 260, whole)).toEqual({ fromMs: 135, toMs: 635 });
  expect(zoomed({ fromMs: 135, toMs: 635 }, 0.5, 635, whole)).toEqual({ fromMs: 385, toMs: 635 });
});

test('zooming out ends with the whole run', () => {
  expect(zoomed({ fromMs: 135, toMs: 635 }, 2, 260, whole)).toBeUndefined();
});

test('a window can be moved to the ends, and no further', () => {
  const view = { fromMs: 200, toMs: 300 };
  expect(moved(view, 50, whole)).toEqual({ fromMs: 250, toMs: 350 });
  expect(moved(view, 5_000, whole)).toEqual({ fromMs: 910, toMs: 1_010 });
  expect(moved(view, -5_000, whole)).toEqual({ fromMs: 10, toMs: 110 });
});

test('a window goes where the cursor goes', () => {
  const view = { fromMs: 200, toMs: 300 };
  expect(including(view, 250, whole)).toBe(view);
  expect(including(view, 500, whole)).toEqual({ fromMs: 450, toMs: 550 });
});

test('whatever is done to it, a window stays inside of the run', () => {
  const time = fc.double({ min: 10, max: 1_010, noNaN: true });
  const step = fc.record({ factor: fc.double({ min: 0.1, max: 4, noNaN: true }), at: time });
  fc.assert(
    fc.property(
      fc.array(step),
      fc.double({ min: -2_000, max: 2_000, noNaN: true }),
      (steps, by) => {
        let view = whole;
        for (const { factor, at } of steps) {
          view = including(view, at, whole);
          view = zoomed(view, factor, at, whole) ?? whole;
          view = moved(view, by, whole);
          expect(view.fromMs).toBeGreaterThanOrEqual(whole.fromMs - 1e-6);
          expect(view.toMs).toBeLessThanOrEqual(whole.toMs + 1e-6);
          expect(view.toMs).toBeGreaterThan(view.fromMs);
        }
      },
    ),
  );
});

test('a clock goes by the event that took least time to arrive', () => {
  const clock = new RunClock();
  expect(clock.at(5_000)).toBeUndefined();
  clock.heard(10, 1_050);
  clock.heard(20, 1_025);
  clock.heard(30, 1_900);
  expect(clock.at(2_005)).toBe(1_000);
});
