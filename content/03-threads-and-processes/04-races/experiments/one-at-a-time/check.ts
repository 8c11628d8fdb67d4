import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exclusively } from './exclusively.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('what the work gives comes back to whoever asked for it', async () => {
  const results = await Promise.all([
    exclusively(async () => 'a ticket'),
    exclusively(async () => 'too late'),
  ]);
  assert.deepEqual(results, ['a ticket', 'too late']);
});

test('never two at once, and first come, first served', async () => {
  let inside = 0;
  let mostInside = 0;
  const order: number[] = [];
  const work = (user: number) => async () => {
    order.push(user);
    mostInside = Math.max(mostInside, ++inside);
    // The first takes longest: without waiting, the later ones would overtake it.
    for (let step = user; step < 6; step++) await turn();
    inside--;
  };
  await Promise.all([1, 2, 3, 4, 5].map((user) => exclusively(work(user))));
  assert.equal(mostInside, 1, `${mostInside} were at work at the same time`);
  assert.deepEqual(order, [1, 2, 3, 4, 5]);
});

test('who comes when the others are done is served as well', async () => {
  await exclusively(turn);
  assert.equal(await exclusively(async () => 'served'), 'served');
});

test('work that fails tells its caller, and does not keep the others out', async () => {
  const failing = exclusively(async () => {
    await turn();
    throw new Error('the database is gone');
  });
  const next = exclusively(async () => 'served');
  await assert.rejects(failing, /the database is gone/);
  assert.equal(await next, 'served');
});
