// Three ways to add 1 to a number that threads share.
import { parentPort, workerData } from 'node:worker_threads';

export const THREADS = 2;
export const COUNT = 0; // the places in the shared memory
const LOCK = 1;
const READY = 2;

export const ways: Record<string, (memory: Int32Array) => void> = {
  'read, add, write'(memory) {
    const seen = Atomics.load(memory, COUNT);
    Atomics.store(memory, COUNT, seen + 1);
  },
  'in one step'(memory) {
    Atomics.add(memory, COUNT, 1);
  },
  'with a lock'(memory) {
    // While somebody else has it (1), look again.
    while (Atomics.compareExchange(memory, LOCK, 0, 1) === 1);
    const seen = Atomics.load(memory, COUNT);
    Atomics.store(memory, COUNT, seen + 1);
    Atomics.store(memory, LOCK, 0); // give it back
  },
};

// What each of the threads does:
parentPort?.on('message', ({ way, requests }) => {
  const memory: Int32Array = workerData;
  Atomics.add(memory, READY, 1);
  while (Atomics.load(memory, READY) < THREADS); // begin together

  const start = performance.now();
  for (let n = 0; n < requests; n++) {
    answer(n);
    ways[way]?.(memory);
  }
  performance.measure(way, { start });
  parentPort?.postMessage('done');
});

/** A few microseconds of computing. */
function answer(request: number): number {
  let page = request;
  for (let n = 0; n < 10_000; n++) page = (page * 31 + 7) | 0;
  return page;
}
