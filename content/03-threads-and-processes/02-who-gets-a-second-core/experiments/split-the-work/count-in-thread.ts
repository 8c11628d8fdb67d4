import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Range } from './split.ts';

/** Starts a thread for a range, and waits for what it has counted. */
export async function countInThread(range: Range): Promise<number> {
  const file = new URL('./worker.ts', import.meta.url);
  const worker = new Worker(file, { workerData: range });
  const [primes] = await once(worker, 'message');
  return primes;
}
