// Two threads answer requests, and count them in one number.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { COUNT, THREADS, ways } from './counting.ts';

const REQUESTS = 2_000; // for each of the threads

// Memory that all threads see: a few whole numbers, all 0.
const memory = new Int32Array(new SharedArrayBuffer(16));

const threads = Array.from({ length: THREADS }, (_, n) => {
  const file = new URL('./counting.ts', import.meta.url);
  const name = `thread ${n + 1}`;
  return new Worker(file, { name, workerData: memory });
});

/** Answers all requests. Gives how many the count lacks. */
async function countWith(way: string): Promise<number> {
  memory.fill(0);
  const done = threads.map((thread) => once(thread, 'message'));
  const order = { way, requests: REQUESTS };
  for (const thread of threads) thread.postMessage(order);
  await Promise.all(done);

  const answered = THREADS * REQUESTS;
  const counted = Atomics.load(memory, COUNT);
  console.log(`${way}: ${counted} of ${answered} counted`);
  return answered - counted;
}

const lost: number[] = [];
for (const way of Object.keys(ways)) lost.push(await countWith(way));
const [lostUpdates = 0, lostInOneStep = 0, lostWithLock = 0] = lost;
performance.mark('result', {
  detail: { lostUpdates, lostInOneStep, lostWithLock },
});

for (const thread of threads) await thread.terminate();
