import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retry } from './retry.ts';

/** Fails so many times, then works; notes each wait. Past 20 calls it works, so that no loop is endless. */
function trial({ failures = 0, random = () => 0.5, attempts = 6 }) {
  const waitsMs: number[] = [];
  let calls = 0;
  const result = retry(
    async () => {
      calls++;
      if (calls <= Math.min(failures, 20)) throw new Error(`failure ${calls}`);
      return `worked in call ${calls}`;
    },
    {
      attempts,
      firstMs: 100,
      longestMs: 800,
      random,
      sleep: async (ms) => void waitsMs.push(ms),
    },
  );
  return { result, waitsMs, calls: () => calls };
}

test('what works at once is called once, and nobody waits', async () => {
  const { result, waitsMs } = trial({});
  assert.equal(await result, 'worked in call 1');
  assert.deepEqual(waitsMs, []);
});

test('after two failures it works, after two waits', async () => {
  const { result, waitsMs } = trial({ failures: 2 });
  assert.equal(await result, 'worked in call 3');
  assert.equal(waitsMs.length, 2);
});

test('it gives up after the last attempt, with the last error, and does not wait any more', async () => {
  const { result, waitsMs, calls } = trial({ failures: Infinity, attempts: 4 });
  await assert.rejects(result, new Error('failure 4'));
  assert.equal(calls(), 4, 'so many calls');
  assert.equal(waitsMs.length, 3, 'so many waits');
});

test('the longest wait doubles, up to its limit', async () => {
  const { result, waitsMs } = trial({ failures: 5, random: () => 0.999999 });
  await result;
  assert.deepEqual(waitsMs.map(Math.round), [100, 200, 400, 800, 800]);
});

test('each wait is anywhere from 0 to that: chance decides the whole of it', async () => {
  const drawn = [0, 0.5, 0.25, 0.75, 0.125];
  let draw = 0;
  const random = () => drawn[draw++] ?? 0;
  const { result, waitsMs } = trial({ failures: 5, random });
  await result;
  assert.deepEqual(waitsMs, [0, 100, 100, 600, 100]);
});
