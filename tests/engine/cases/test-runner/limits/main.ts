import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it, test } from 'node:test';

test('is too slow', { timeout: 5 }, async (t) => {
  t.signal.addEventListener('abort', () => console.log('told to stop'));
  await sleep(5000, undefined, { signal: t.signal }).catch(() => {});
});
test('was aborted before', { signal: AbortSignal.abort() }, () => console.log('never'));
test('plans too much', (t) => {
  t.plan(2);
  t.assert.ok(true);
});
test('plans too little', (t) => {
  t.plan(1);
  t.assert.ok(true);
  t.assert.ok(true);
});
test('waits for its plan', (t) => {
  t.plan(1, { wait: true });
  setTimeout(() => t.assert.equal(1, 1), 2);
});
test('never ends', { timeout: 10 }, async () => {
  await new Promise(() => {});
});
describe('a suite that takes too long', { timeout: 10 }, () => {
  it('begins', () => sleep(5000, undefined, { ref: false }));
  it('is not reached', () => console.log('never'));
});
