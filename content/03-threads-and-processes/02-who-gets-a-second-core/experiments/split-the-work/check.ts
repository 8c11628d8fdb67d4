import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countInThread } from './count-in-thread.ts';
import { countBelow, type Range } from './split.ts';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Counts all numbers of a range instead of primes, and notes what it was asked for. */
function counter() {
  const ranges: Range[] = [];
  let atWork = 0;
  let most = 0;
  async function count(range: Range): Promise<number> {
    ranges.push(range);
    most = Math.max(most, ++atWork);
    await nextTurn();
    atWork--;
    return range.to - range.from;
  }
  return { ranges, count, most: () => most };
}

test('every number is looked at once, and the counts are added up', async () => {
  for (const [limit, threads] of [
    [1000, 4],
    [1000, 3],
    [7, 2],
    [10, 1],
  ] as const) {
    const { ranges, count } = counter();
    assert.equal(await countBelow(limit, threads, count), limit);
    const looked = ranges.flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, n) => from + n),
    );
    assert.deepEqual(
      looked.toSorted((a, b) => a - b),
      Array.from({ length: limit }, (_, n) => n),
    );
  }
});

test('as many threads as asked for are at work at the same time, and no more', async () => {
  for (const threads of [2, 3, 4]) {
    const { count, most } = counter();
    await countBelow(1000, threads, count);
    assert.equal(most(), threads);
  }
});

test('no thread is sent more than its share', async () => {
  const { ranges, count } = counter();
  await countBelow(1000, 4, count);
  for (const { from, to } of ranges) {
    assert.ok(to - from <= 250, `${from} to ${to} is more than a quarter of 1000 numbers`);
  }
});

test('when a thread fails, the caller hears of it', async () => {
  const failing = async ({ from }: Range): Promise<number> => {
    await nextTurn();
    if (from > 0) throw new Error('out of memory');
    return 1;
  };
  await assert.rejects(countBelow(1000, 2, failing), /out of memory/);
});

test('two real threads count 2262 primes below 20,000', async () => {
  assert.equal(await countBelow(20_000, 2, countInThread), 2262);
});
