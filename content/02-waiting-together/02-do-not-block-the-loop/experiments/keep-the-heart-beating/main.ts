import { receipt, total } from './office.ts';

const cache = new Map<number, number>();
for (let order = 0; order < 100; order++) cache.set(order, order * 2);

/** Takes about two milliseconds. */
function price(order: number): number {
  const end = performance.now() + 2;
  while (performance.now() < end);
  return cache.get(order) ?? 0;
}

let beats = 0;
setInterval(() => {
  beats++;
  performance.mark('beat');
}, 10).unref();

async function watch<Result>(name: string, job: () => Promise<Result>) {
  beats = 0;
  const start = performance.now();
  const result = await job();
  performance.measure(name, { start });
  console.log(`${name}: ${beats} beats meanwhile`, result);
}

await watch('total', () => total([...cache.keys()], price));
await watch('receipts', () => Promise.all([receipt(7), receipt(8)]));
