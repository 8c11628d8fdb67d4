import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** Adds up all orders. `price` looks into a cache of this thread. */
export async function total(
  orders: readonly number[],
  price: (order: number) => number,
): Promise<number> {
  let sum = 0;
  for (const [index, order] of orders.entries()) {
    if (index % 10 === 0) await nextTurn();
    sum += price(order);
  }
  return sum;
}

/** The receipt of one order. */
export async function receipt(order: number) {
  const worker = new Worker(new URL('render-thread.ts', import.meta.url), {
    workerData: order,
  });
  const [pdf] = await once(worker, 'message');
  return pdf;
}
