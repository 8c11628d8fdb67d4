/** Two threads count in one memory without waiting for each other: how many of their updates get lost is a matter of luck. */
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const EACH = 20_000;

if (isMainThread) {
  const memory = new SharedArrayBuffer(8);
  const count = new Int32Array(memory, 0, 1);
  const gate = new Int32Array(memory, 4, 1);
  const workers = [1, 2].map(() => new Worker(new URL(import.meta.url), { workerData: memory }));
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  Atomics.store(gate, 0, 1);
  Atomics.notify(gate, 0);
  await Promise.all(workers.map((worker) => once(worker, 'exit')));
  const lost = 2 * EACH - (count[0] ?? 0);
  console.log(`${lost} of ${2 * EACH} updates lost`);
  performance.mark('result', { detail: { lost } });
} else {
  const count = new Int32Array(workerData as SharedArrayBuffer, 0, 1);
  const gate = new Int32Array(workerData as SharedArrayBuffer, 4, 1);
  parentPort?.postMessage('ready');
  Atomics.wait(gate, 0, 0);
  for (let i = 0; i < EACH; i++) count[0] = (count[0] ?? 0) + 1;
}
