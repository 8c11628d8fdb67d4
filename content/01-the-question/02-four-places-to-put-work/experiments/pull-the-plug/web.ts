// The web process: takes an order, and answers the customer.
import { writeFileSync } from 'node:fs';
import { isMainThread, Worker } from 'node:worker_threads';
import { job, note, type Place } from './outside.ts';
import { sendReceipt } from './receipt.ts';

const views: Record<Place, () => void | Promise<void>> = {
  async awaited() {
    await sendReceipt('awaited');
  },
  'not awaited'() {
    sendReceipt('not awaited'); // goes on by itself
  },
  thread() {
    new Worker(new URL(import.meta.url));
  },
  queue() {
    writeFileSync(job, 'a receipt for order 4');
  },
};

if (isMainThread) {
  process.on('message', async (order: Place | 'close') => {
    if (order === 'close') return process.disconnect();
    await views[order]();
    note(order, 'answered');
  });
} else {
  await sendReceipt('thread');
}
