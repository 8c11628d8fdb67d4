import { expect, test } from 'vitest';
import { quartiles } from './statistics.ts';
import { table } from './table.ts';

test('the median of few measurements lies between neighbours', () => {
  expect(quartiles([4, 1, 3, 2])).toEqual({ low: 1.75, median: 2.5, high: 3.25 });
  expect(quartiles([7])).toEqual({ low: 7, median: 7, high: 7 });
});

test('a table is Markdown, with its aims', () => {
  const row = { what: 'a wait', unit: 'ms', samples: [1, 2, 1234.5] };
  const aim = { words: '≤ 1 ms', isMet: false };
  expect(table([{ ...row, ratios: [{ to: 'Node', value: 1.234 }], aim }]).split('\n')).toEqual([
    '| what   | median | quartiles | n   | ratio       | aim            |',
    '| ---    | ---    | ---       | --- | ---         | ---            |',
    '| a wait | 2 ms   | 1.5 – 618 | 3   | 1.23 × Node | ≤ 1 ms: MISSED |',
  ]);
});
