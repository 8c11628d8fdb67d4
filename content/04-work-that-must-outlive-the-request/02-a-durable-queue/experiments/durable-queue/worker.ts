// Takes jobs from the queue, one after the other, until none is left.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { openQueue } from './queue.ts';

const ACK: 'early' | 'late' = 'late';

const queue = openQueue(process.argv[3] ?? '');

async function work(job: number): Promise<void> {
  if (ACK === 'early') queue.ack(job);
  await mail(job);
  if (ACK === 'late') queue.ack(job);
}

async function mail(job: number): Promise<void> {
  await sleep(20);
  process.send?.(job);
  await once(process, 'message'); // the mail server has accepted it
}

for (let job = queue.next(); job !== undefined; job = queue.next()) {
  const start = performance.now();
  performance.mark(`takes ${job}`);
  await work(job);
  performance.measure(`job ${job}`, { start });
}
process.disconnect();
