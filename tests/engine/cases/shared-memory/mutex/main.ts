// Without the lock updates would be lost; with it none is, however the threads take turns.
import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
const THREADS = 4;
const ROUNDS = 2_000;
if (isMainThread) {
  const memory = new SharedArrayBuffer(8);
  const workers = Array.from({ length: THREADS }, () => new Worker(new URL(import.meta.url), { workerData: memory }));
  await Promise.all(workers.map((worker) => once(worker, 'exit')));
  const [lock, count] = new Int32Array(memory);
  console.log({ lock, count });
} else {
  const cells = new Int32Array(workerData as SharedArrayBuffer);
  for (let i = 0; i < ROUNDS; i++) {
    // 0: free, 1: taken, 2: taken, and somebody waits.
    let state = Atomics.compareExchange(cells, 0, 0, 1);
    while (state !== 0) {
      if (state === 2 || Atomics.compareExchange(cells, 0, 1, 2) !== 0) Atomics.wait(cells, 0, 2);
      state = Atomics.compareExchange(cells, 0, 0, 2);
    }
    cells[1] = (cells[1] ?? 0) + 1;
    if (Atomics.exchange(cells, 0, 0) === 2) Atomics.notify(cells, 0, 1);
  }
}
