// Two threads each add 1: read the count, then write it back
// plus 1. Four steps, six orders. Here each one is forced.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const ORDERS = ['AABB', 'ABAB', 'ABBA', 'BAAB', 'BABA', 'BBAA'];

const memory = new Int32Array(new SharedArrayBuffer(4));
const file = new URL('./thread.ts', import.meta.url);
const start = (name: string) => new Worker(file, { name, workerData: memory });
const threads = { A: start('A'), B: start('B') };

let ordersThatLose = 0;
for (const order of ORDERS) {
  performance.mark(order);
  Atomics.store(memory, 0, 0);
  const steps: string[] = [];
  for (const letter of order) {
    const thread = letter === 'A' ? threads.A : threads.B;
    const done = once(thread, 'message');
    thread.postMessage('take your next step');
    steps.push(`${letter} ${await done}`);
  }
  const count = Atomics.load(memory, 0);
  if (count < 2) ordersThatLose++;
  console.log(`${order}: count ${count} (${steps.join(', ')})`);
}
performance.mark('result', { detail: { ordersThatLose } });

await Promise.all([threads.A.terminate(), threads.B.terminate()]);
