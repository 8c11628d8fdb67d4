import assert from 'node:assert/strict';
import { test } from 'node:test';
import { threadId } from 'node:worker_threads';
import { receipt, total } from './office.ts';

const orders = Array.from({ length: 100 }, (_, order) => order);

test('the total is right, and each price is looked up once, on this thread', async () => {
  const lookedUp: number[] = [];
  const sum = await total(orders, (order) => {
    lookedUp.push(order);
    return order * 2;
  });
  assert.equal(sum, 9900);
  assert.deepEqual(
    lookedUp.toSorted((a, b) => a - b),
    orders,
  );
});

test('the loop turns after 25 orders at most while the total is made', async () => {
  let withoutTurn = 0;
  let longest = 0;
  let isOver = false;
  const turn = () => {
    withoutTurn = 0;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await total(orders, (order) => {
    longest = Math.max(longest, ++withoutTurn);
    // As long as a real one, for whoever cuts by time.
    const end = performance.now() + 1;
    while (performance.now() < end);
    return order;
  });
  isOver = true;
  assert.ok(longest <= 25, `${longest} orders came one after the other without a turn in between`);
});

test('a receipt is rendered, but not on the thread that serves everybody', async () => {
  const { madeOnThread, ...pdf } = await receipt(7);
  assert.deepEqual(pdf, { order: 7, pages: 3 });
  assert.notEqual(madeOnThread, threadId, 'it was rendered on the thread of the loop');
});

test('two receipts at a time are not mixed up', async () => {
  const pdfs = await Promise.all([receipt(7), receipt(8)]);
  assert.deepEqual(
    pdfs.map(({ order }) => order),
    [7, 8],
  );
});
