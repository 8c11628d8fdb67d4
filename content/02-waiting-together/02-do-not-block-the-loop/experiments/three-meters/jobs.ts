import { once } from 'node:events';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

/** Waits for a database, say. */
export async function waiting(): Promise<void> {
  await sleep(300);
}

/** Waits for it, and then reads through what has come. */
export async function reading(): Promise<void> {
  await sleep(150);
  compute('read', 150);
}

/** Computes, and gives the loop a turn every 5 ms. */
export async function inSlices(): Promise<void> {
  for (let slice = 0; slice < 60; slice++) {
    compute('slice', 5);
    await nextTurn();
  }
}

/** Computes on a thread of its own: this very file. */
export async function inAWorker(): Promise<void> {
  const worker = new Worker(new URL(import.meta.url));
  await once(worker, 'message');
}

if (!isMainThread) {
  compute('compute', 300);
  parentPort?.postMessage('done');
}

function compute(name: string, ms: number): void {
  const start = performance.now();
  while (performance.now() < start + ms);
  performance.measure(name, { start });
}
