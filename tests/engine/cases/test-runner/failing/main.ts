import assert from 'node:assert/strict';
import { test } from 'node:test';

test('two numbers', () => {
  assert.equal(1, 2);
});
test('with words of its own', () => {
  assert.equal('a', 'b', 'the letters differ');
});
test('deep', () => {
  assert.deepEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] });
});
test('an error', () => {
  throw new TypeError('no', { cause: new Error('because') });
});
test('a rejection', async () => {
  await null;
  throw Object.assign(new Error('late'), { code: 'E_LATE' });
});
test('a text', () => {
  throw 'text';
});
test('nothing', () => {
  throw null;
});
test('a callback', (_t, done) => {
  setImmediate(() => done(new Error('called back')));
});
test('a promise and a callback', async (_t, _done) => {});
test('passes', () => {});
