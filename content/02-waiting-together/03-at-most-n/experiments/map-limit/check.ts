import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { mapLimit } from './map-limit.ts';

/** A service that answers when it is told to. */
function serviceUnderControl() {
  const begun: number[] = [];
  const open = new Map<number, PromiseWithResolvers<string>>();
  let peak = 0;
  const work = (item: number) => {
    begun.push(item);
    const answer = Promise.withResolvers<string>();
    open.set(item, answer);
    peak = Math.max(peak, open.size);
    return answer.promise;
  };
  const close = async (item: number, settle: (answer: PromiseWithResolvers<string>) => void) => {
    const answer = open.get(item);
    assert.ok(
      answer,
      `item ${item} is not in flight, but ${[...open.keys()].join(', ') || 'none'}`,
    );
    open.delete(item);
    settle(answer);
    await nextTurn();
  };
  return {
    begun,
    open,
    work,
    peak: () => peak,
    answer: (item: number) => close(item, ({ resolve }) => resolve(`price ${item}`)),
    fail: (item: number) => close(item, ({ reject }) => reject(new Error(`no price ${item}`))),
  };
}

const items = Array.from({ length: 12 }, (_, n) => n + 1);

test('exactly 4 are in flight at most, and each item is worked on once', async () => {
  const service = serviceUnderControl();
  const all = mapLimit(items, 4, service.work);
  await nextTurn();
  for (const item of items) await service.answer(item);
  await all;
  assert.equal(service.peak(), 4);
  assert.deepEqual(service.begun, items);
});

test('the results are in the order of the items, whichever is ready first', async () => {
  const service = serviceUnderControl();
  const all = mapLimit(items, 4, service.work);
  await nextTurn();
  for (let answers = 0; answers < items.length; answers++) {
    const latest = [...service.open.keys()].at(-1);
    assert.ok(latest, `${answers} of ${items.length} are answered, and nothing is in flight`);
    await service.answer(latest);
  }
  assert.deepEqual(
    await all,
    items.map((item) => `price ${item}`),
  );
});

test('a slow item holds one place, not all: the next begins as soon as one is ready', async () => {
  const service = serviceUnderControl();
  const all = mapLimit(items, 4, service.work);
  await nextTurn();
  for (const item of items.slice(1)) await service.answer(item);
  assert.deepEqual(service.begun, items);
  await service.answer(1);
  await all;
});

test('an error is passed on, and nothing new is begun after it', async () => {
  const service = serviceUnderControl();
  const all = mapLimit(items, 4, service.work);
  const failure = assert.rejects(all, { message: 'no price 2' });
  await nextTurn();
  await service.fail(2);
  await failure;
  for (const item of [1, 3, 4]) await service.answer(item);
  assert.deepEqual(service.begun, [1, 2, 3, 4]);
});

test('fewer items than places are no trouble, and none at all gives no results', async () => {
  const twice = async (item: number) => item * 2;
  assert.deepEqual(await mapLimit([1, 2], 4, twice), [2, 4]);
  assert.deepEqual(await mapLimit([], 4, twice), []);
});
