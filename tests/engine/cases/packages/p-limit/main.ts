// p-limit: no more than two at a time.
import pLimit, { limitFunction } from 'p-limit';

const limit = pLimit(2);
let running = 0;
let most = 0;
const task = (name: string) => async () => {
  most = Math.max(most, ++running);
  console.log('begin', name);
  await new Promise((resolve) => setTimeout(resolve, 5));
  running--;
  return name;
};
const all = ['a', 'b', 'c', 'd'].map((name) => limit(task(name)));
console.log(limit.activeCount, limit.pendingCount);
await Promise.resolve();
console.log(limit.activeCount, limit.pendingCount);
console.log(await Promise.all(all), 'at most', most);
console.log(await limit.map([1, 2, 3], async (n) => n * n));
console.log(await limit(() => Promise.reject(new Error('no'))).catch((error) => error.message));
const twice = limitFunction(async (n: number) => n * 2, { concurrency: 1 });
console.log(await Promise.all([twice(1), twice(2)]));
try {
  pLimit(0);
} catch (error) {
  console.log(error instanceof TypeError, (error as Error).message);
}
