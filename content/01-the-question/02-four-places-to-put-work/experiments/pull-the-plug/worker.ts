// The queue's worker process: does what is written down.
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { job } from './outside.ts';
import { sendReceipt } from './receipt.ts';

let isOpen = true;
process.once('message', () => {
  isOpen = false;
});
while (isOpen || existsSync(job)) {
  if (existsSync(job)) {
    await sendReceipt('queue');
    rmSync(job); // done: ticked off
  }
  await sleep(5);
}
process.disconnect();
