// Eight orders in one burst. Each receipt needs a thread.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { takeJobs } from './take-jobs.ts';

const ORDERS = 8;
const LIMITS = { atOnce: 2, waiting: 3 };

let threads = 0;
let mostThreads = 0;

/** Done when the thread has ended; fails if the thread fails. */
async function sendReceipt(order: number): Promise<void> {
  mostThreads = Math.max(mostThreads, ++threads);
  const file = new URL('./receipt.ts', import.meta.url);
  try {
    await once(new Worker(file, { workerData: order }), 'exit');
    console.log(`mail ${order} is out`);
  } finally {
    threads--;
  }
}

const take = takeJobs(sendReceipt, LIMITS, (order, error) =>
  console.log(`log: mail ${order}: ${String(error)}`),
);

let refused = 0;
for (let order = 1; order <= ORDERS; order++) {
  if (!take(order)) refused++;
}
console.log(`accepted ${ORDERS - refused}, refused ${refused}`);
process.on('exit', () => {
  console.log(`most threads at once: ${mostThreads}`);
});
