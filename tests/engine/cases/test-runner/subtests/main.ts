import assert from 'node:assert/strict';
import { test } from 'node:test';

test('outer', async (t) => {
  await t.test('one', () => {});
  await t.test('two', async (t) => {
    await t.test('deep', () => {
      throw new Error('deep down');
    });
    await t.test('deep too', () => {});
  });
  console.log('still going');
});
test('not awaited', (t) => {
  t.test('begun', async () => {
    await new Promise((resolve) => setTimeout(resolve, 2));
    assert.ok(true);
  });
  t.test('waits for its turn', () => {});
});
test('names', async (t) => {
  console.log(t.name, '|', t.fullName);
  await t.test('inner', (t) => console.log(t.name, '|', t.fullName, '|', t.signal.aborted));
  await t.test(function named() {});
  await t.test(() => {});
});
