// A thread that may not block asks to be told.
import { Worker, isMainThread, workerData } from 'node:worker_threads';
if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  console.log(Atomics.waitAsync(cells, 0, 1), Atomics.waitAsync(cells, 0, 0, 0));
  const { async, value } = Atomics.waitAsync(cells, 0, 0);
  const timeout = Atomics.waitAsync(cells, 1, 0, 20);
  new Worker(new URL(import.meta.url), { workerData: cells });
  console.log('not blocked', async);
  console.log(await value, Atomics.load(cells, 0));
  console.log(await timeout.value);
} else {
  Atomics.store(workerData, 0, 42);
  Atomics.notify(workerData, 0);
}
