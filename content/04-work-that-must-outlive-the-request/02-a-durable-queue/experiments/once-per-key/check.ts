import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handle } from './handle.ts';
import { MOMENTS, type Moment, openShop } from './shop.ts';

const orders = [
  { id: 11, customer: 'Ada', cents: 300 },
  { id: 12, customer: 'Ada', cents: 300 },
  { id: 13, customer: 'Ben', cents: 300 },
];
const wanted = ['Ada 300', 'Ada 300', 'Ben 300'];

async function afterAKill(moment: Moment) {
  const shop = openShop(orders);
  await shop.live(handle, moment);
  await shop.live(handle, 'never');
  return shop;
}
const amount = (charges: readonly string[], charge: string) =>
  charges.filter((each) => each === charge).length;

test('without a kill each order is charged once, and the queue is empty', async () => {
  const { charged, waiting } = await afterAKill('never');
  assert.deepEqual(charged.toSorted(), wanted);
  assert.equal(waiting.length, 0);
});

test('no order is lost, whenever the worker is killed', async () => {
  for (const moment of MOMENTS) {
    const { charged } = await afterAKill(moment);
    for (const charge of wanted) {
      const found = amount(charged, charge);
      assert.ok(found >= amount(wanted, charge), `killed ${moment}: ${charge} came ${found} times`);
    }
  }
});

test('no order is charged twice, whenever the worker is killed', async () => {
  for (const moment of MOMENTS) {
    const { charged } = await afterAKill(moment);
    for (const charge of wanted) {
      const found = amount(charged, charge);
      assert.ok(found <= amount(wanted, charge), `killed ${moment}: ${charge} came ${found} times`);
    }
  }
});
