import assert from 'node:assert/strict';
import { test } from 'node:test';
import { report } from './report.ts';

const rows = Array.from({ length: 60 }, (_, row) => row);

test('the sum is right, and each price is asked for once', async () => {
  const asked: number[] = [];
  const sum = await report(rows, (row) => {
    asked.push(row);
    return row * 3;
  });
  assert.equal(sum, 5310);
  assert.deepEqual(
    asked.toSorted((a, b) => a - b),
    rows,
  );
});

test('somebody who is waiting is served before the report is ready', async () => {
  const events: string[] = [];
  setImmediate(() => events.push('another user'));
  await report(rows, (row) => row);
  events.push('the report');
  assert.deepEqual(events, ['another user', 'the report']);
});

test('the loop has a turn after 20 rows at most', async () => {
  let withoutTurn = 0;
  let longest = 0;
  let isOver = false;
  const turn = () => {
    withoutTurn = 0;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await report(rows, (row) => {
    longest = Math.max(longest, ++withoutTurn);
    return row;
  });
  isOver = true;
  assert.ok(longest <= 20, `${longest} rows came one after the other without a turn in between`);
});
