// A thread that blocks right after it started another one: the other one runs all the same.
import { Worker, isMainThread, workerData } from 'node:worker_threads';
if (isMainThread) {
  const shared = new Int32Array(new SharedArrayBuffer(4));
  new Worker(new URL(import.meta.url), { workerData: shared });
  Atomics.wait(shared, 0, 0, 20_000);
  console.log('the worker wrote', Atomics.load(shared, 0));
} else {
  const shared = workerData as Int32Array<SharedArrayBuffer>;
  Atomics.store(shared, 0, 9);
  Atomics.notify(shared, 0);
}
