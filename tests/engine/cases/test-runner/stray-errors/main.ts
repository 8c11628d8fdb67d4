import { test } from 'node:test';

test('throws from a timer', async () => {
  setTimeout(() => {
    throw new Error('from a timer');
  }, 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
});
test('rejects unseen', async () => {
  void Promise.reject(new Error('unseen'));
  await new Promise((resolve) => setTimeout(resolve, 2));
});
test('passes', () => {});
