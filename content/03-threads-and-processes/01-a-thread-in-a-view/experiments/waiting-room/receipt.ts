// Runs in a thread of its own: sends one receipt, and ends.
import { setTimeout as sleep } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';

const order: number = workerData;
const start = performance.now();
await sleep(120); // the mail server takes its time
performance.measure(`mail ${order}`, { start });
if (order === 3) throw new Error('no such address');
