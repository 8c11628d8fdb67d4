// The worker of before. When it acknowledges is an argument now.
import { once } from 'node:events';
import { openQueue } from './queue.ts';

const [, , ack, , journal = ''] = process.argv;
const queue = openQueue(journal);

for (let job = queue.next(); job !== undefined; job = queue.next()) {
  const start = performance.now();
  performance.mark(`takes ${job}`);
  if (ack === 'early') queue.ack(job);
  process.send?.(job);
  await once(process, 'message'); // the mail server has accepted it
  if (ack === 'late') queue.ack(job);
  performance.measure(`job ${job}`, { start });
}
process.disconnect();
