import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcomeTable } from '../../src/trace/outcome-table.ts';
import {
  outcomeBars,
  outcomeSentence,
  type RunOutcome,
  reportedOutcome,
} from '../../src/trace/outcomes.ts';

const labels = (outcomes: readonly RunOutcome[]) =>
  outcomeBars(outcomes).map(({ label, runs }) => `${label}: ${runs.length}`);

const anyOutcome: fc.Arbitrary<RunOutcome> = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.boolean(),
  fc.record({ failed: fc.string({ minLength: 1 }) }),
);

describe('the outcomes of several runs', () => {
  test('are the last that each program reported under its key', () => {
    const mark = (detail: Record<string, number>, name = 'result') =>
      ({ type: 'mark', lane: 'main', name, at: 1, detail }) as const;
    const source = { mark: 'result', key: 'lost', label: 'lost updates' };
    expect(reportedOutcome([mark({ lost: 1 }), mark({ lost: 2, other: 3 })], source)).toBe(2);
    expect(reportedOutcome([mark({ lost: 1 }), mark({ other: 3 })], source)).toBe(1);
    expect(reportedOutcome([mark({ lost: 1 }, 'elsewhere')], source)).toBeUndefined();
  });

  test('are in an order that one expects', () => {
    expect(labels([3, 1, 3, 2])).toEqual(['1: 1', '2: 1', '3: 2']);
    expect(labels([true, false, true])).toEqual(['no: 1', 'yes: 2']);
    expect(labels(['b', 'a', 'a', { failed: 'timed out' }])).toEqual([
      'a: 2',
      'b: 1',
      'timed out: 1',
    ]);
  });

  test('share bars where there are many numbers', () => {
    expect(labels([0, 120, 240, 250, 333, 480, 610, 790, 1_000, 1_001])).toEqual([
      '0 – 199: 2',
      '200 – 399: 3',
      '400 – 599: 1',
      '600 – 799: 2',
      '800 – 999: 0',
      '1,000 – 1,199: 2',
    ]);
    expect(labels([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8])[0]).toBe('0 – < 0.1: 1');
  });

  test('each have their place in one bar, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(anyOutcome, { maxLength: 60 }), (outcomes) => {
        const bars = outcomeBars(outcomes);
        const all = bars.flatMap(({ runs }) => runs).sort((a, b) => a - b);
        expect(all).toEqual(outcomes.map((_, run) => run));
        expect(bars.length).toBeLessThanOrEqual(20);
        expect(outcomeSentence(outcomes, 'outcome')).not.toMatch(/undefined|NaN|\[object/);
      }),
    );
  });

  test('make a table that is markup of ours alone', () => {
    fc.assert(
      fc.property(fc.array(anyOutcome, { maxLength: 20 }), fc.string(), (outcomes, label) => {
        const table = outcomeTable(outcomes, { label, opens: true, open: 0 });
        const tags = new Set([...table.matchAll(/<\/?([^\s/>]*)/g)].map(([, tag]) => tag));
        const ours = ['table', 'thead', 'tbody', 'tr', 'th', 'td', 'button', 'svg', 'rect'];
        expect([...tags].filter((tag) => !ours.includes(tag ?? ''))).toEqual([]);
      }),
    );
  });

  test.each([
    [[], 'No run has ended yet.'],
    [[4], '1 run. Lost updates: 4.'],
    [[0, 0, 0], '3 runs, one outcome. Lost updates: 0.'],
    [[0, 17, 0], '3 runs, 2 different outcomes. Lost updates: 0 (twice), 17 (once).'],
    [
      [1, 2, 3, 4, 54_321],
      '5 runs, 5 different outcomes. Lost updates: from 1 to 54,321, half of them at most 3.',
    ],
    [[{ failed: 'x' }, { failed: 'x' }], '2 runs, one outcome. 2 did not come to one.'],
  ] as const)('are told in a sentence: %j', (outcomes, sentence) => {
    expect(outcomeSentence(outcomes, 'lost updates')).toBe(sentence);
  });
});
