// The thread that started the others sleeps until they are done: nothing of its loop is needed for their work.
import { isMainThread, Worker, workerData } from 'node:worker_threads';
if (isMainThread) {
  const results = new Int32Array(new SharedArrayBuffer(4 * 4));
  for (const index of [1, 2, 3]) new Worker(new URL(import.meta.url), { workerData: { results, index } });
  for (let done = 0; done < 3; done = Atomics.load(results, 0)) Atomics.wait(results, 0, done, 10_000);
  console.log([...results]);
} else {
  const { results, index } = workerData;
  let n = 0;
  for (let i = 0; i <= 1_000 * index; i++) n += i;
  Atomics.store(results, index, n);
  Atomics.add(results, 0, 1);
  Atomics.notify(results, 0);
}
