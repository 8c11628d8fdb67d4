// Runs in a thread of its own: sends one receipt, and ends.
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const MAIL_MS = 200;
const UNKNOWN_CUSTOMER = 3;

const order: number = workerData;
const start = performance.now();
await sleep(MAIL_MS); // the mail server takes its time
performance.measure(`mail ${order}`, { start });
if (order === UNKNOWN_CUSTOMER) {
  throw new Error(`mail ${order} was turned away: no such address`);
}
parentPort?.postMessage('out');
