// The same computing, four ways. Who gets a second core?
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { compute, countPrimes, PARTS, type Result } from './parts.ts';

async function oneByOne(steps: Int32Array) {
  return PARTS.map((part) => compute(part, steps));
}

async function promiseAll(steps: Int32Array) {
  return Promise.all(PARTS.map(async (part) => compute(part, steps)));
}

/** Deals the parts out among so many workers, in turn. */
async function inWorkers(count: number, steps: Int32Array) {
  const file = new URL('./worker.ts', import.meta.url);
  const workers = Array.from({ length: count }, () => new Worker(file));
  await Promise.all(workers.map((worker) => once(worker, 'online')));
  const answers = workers.map(async (worker, turn) => {
    const parts = PARTS.filter((part) => part % count === turn);
    worker.postMessage({ parts, steps });
    const [results]: Result[][] = await once(worker, 'message');
    return results ?? [];
  });
  return (await Promise.all(answers)).flat();
}

type Way = (steps: Int32Array) => Promise<readonly Result[]>;

/** Gives how many parts saw another one move. */
async function measure(how: string, way: Way): Promise<number> {
  // Memory that all threads share: how far each part has got.
  const steps = new Int32Array(new SharedArrayBuffer(4 * PARTS.length));
  performance.mark(how);
  const start = performance.now();
  const results = await way(steps);
  const ms = Math.round(performance.now() - start);

  const primes = results.reduce((sum, one) => sum + one.primes, 0);
  const saw = results.filter((one) => one.sawAnotherMove).length;
  console.log(`${how}: ${primes} primes, about ${ms} ms`);
  console.log(`  ${saw} of ${PARTS.length} parts saw another move`);
  return saw;
}

console.log(`cores for this program: ${availableParallelism()}`);
countPrimes(0, 200_000); // so that the first way has no cold start
await measure('one by one', oneByOne);
const promises = await measure('Promise.all', promiseAll);
const oneWorker = await measure('one worker', (steps) => inWorkers(1, steps));
const twoWorkers = await measure('two workers', (steps) => inWorkers(2, steps));
performance.mark('result', { detail: { promises, oneWorker, twoWorkers } });
