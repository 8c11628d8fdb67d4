// No thread begins a round before all have finished the one before.
import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
const THREADS = 3;
const ROUNDS = 50;
if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(16));
  const workers = Array.from({ length: THREADS }, () => new Worker(new URL(import.meta.url), { workerData: cells }));
  const codes = await Promise.all(workers.map((worker) => once(worker, 'exit')));
  console.log(codes.flat(), [...cells]);
} else {
  const cells: Int32Array = workerData;
  const [arrived, round, work, wrong] = [0, 1, 2, 3];
  for (let turn = 0; turn < ROUNDS; turn++) {
    if (Atomics.add(cells, work, 1) >= (turn + 1) * THREADS) Atomics.add(cells, wrong, 1);
    if (Atomics.add(cells, arrived, 1) === THREADS - 1) {
      Atomics.store(cells, arrived, 0);
      Atomics.add(cells, round, 1);
      Atomics.notify(cells, round);
    } else while (Atomics.load(cells, round) === turn) Atomics.wait(cells, round, turn);
  }
}
