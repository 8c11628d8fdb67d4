import { describe, it, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

describe('side by side', { concurrency: true }, () => {
  it('slow', async () => {
    console.log('slow begins');
    await sleep(30);
    console.log('slow ends');
  });
  it('quick', async () => {
    console.log('quick begins');
    await sleep(1);
    console.log('quick ends');
  });
});
describe('one by one', () => {
  it('slow', async () => {
    console.log('slow begins');
    await sleep(5);
    console.log('slow ends');
  });
  it('quick', () => console.log('quick'));
});
test('two at a time', { concurrency: 2 }, async (t) => {
  await Promise.all([3, 2, 1].map((n) => t.test(`${n}`, () => sleep(n * 15).then(() => console.log(n)))));
});
