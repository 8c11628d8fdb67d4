import assert from 'node:assert/strict';
import { test } from 'node:test';

test('a function that returns', () => {
  assert.equal(1 + 1, 2);
});
test('a promise', async () => {
  await new Promise((resolve) => setTimeout(resolve, 2));
  console.log('printed by a test');
});
test('a callback', (_t, done) => {
  setTimeout(done, 2);
});
test('many assertions', (t) => {
  t.plan(2);
  t.assert.ok(true);
  t.assert.deepStrictEqual({ a: [1] }, { a: [1] });
  t.diagnostic('two assertions were planned');
});
test();
