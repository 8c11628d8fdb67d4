import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { page } from './page.ts';

const services = ['price', 'stock', 'reviews'];
const LONG_MS = 8_000;

test('all services are asked before the first has answered', async () => {
  const asked: string[] = [];
  const answer = Promise.withResolvers<string>();
  const all = page(
    services,
    (service) => {
      asked.push(service);
      return answer.promise;
    },
    LONG_MS,
  );
  await nextTurn();
  assert.deepEqual(asked, services);
  answer.resolve('here');
  assert.deepEqual(await all, { price: 'here', stock: 'here', reviews: 'here' });
});

test('the page is ready with the last answer, not with the deadline', async () => {
  let isReady = false;
  const all = page(services, async (service) => `${service} is here`, LONG_MS).then(() => {
    isReady = true;
  });
  for (let turn = 0; turn < 5; turn++) await nextTurn();
  assert.ok(isReady, 'all have answered, and the page is still waiting');
  await all;
});

test('a service that fails is left out, and the others are there', async () => {
  const answers = await page(
    services,
    async (service) => {
      if (service === 'price') throw new Error('out of order');
      return 'here';
    },
    LONG_MS,
  );
  assert.deepEqual(answers, { stock: 'here', reviews: 'here' });
});

test('a service without an answer is given up at its deadline, and left out', async () => {
  const signals = new Map<string, AbortSignal>();
  const answers = await page(
    services,
    async (service, signal) => {
      signals.set(service, signal);
      return service === 'stock' ? await sleep(LONG_MS, 'too late', { signal }) : 'here';
    },
    30,
  );
  assert.deepEqual(answers, { price: 'here', reviews: 'here' });
  assert.equal(signals.get('stock')?.aborted, true);
});
