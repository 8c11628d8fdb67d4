// The slow view needs 600 ms of computing. Three ways to give it that:
import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const SLOW_MS = 600;
const SLICE_MS = 12;

export async function inOneGo(): Promise<void> {
  compute('slow view', SLOW_MS);
}

export async function inSlices(): Promise<void> {
  for (let doneMs = 0; doneMs < SLOW_MS; doneMs += SLICE_MS) {
    await nextTurn(); // lets the loop answer whoever has come
    compute('slow view', SLICE_MS);
  }
}

export async function inAWorker(): Promise<void> {
  // This very file, on a second thread. This thread's loop stays free.
  const worker = new Worker(new URL(import.meta.url));
  await once(worker, 'message');
}

if (!isMainThread) {
  compute('slow view', SLOW_MS);
  parentPort?.postMessage('ready');
}

/** Keeps its thread busy, as building a report would. */
export function compute(name: string, ms: number): void {
  const start = performance.now();
  while (performance.now() < start + ms);
  performance.measure(name, { start });
}
