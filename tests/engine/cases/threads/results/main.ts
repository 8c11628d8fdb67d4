import { Worker, isMainThread, parentPort, threadId, workerData } from 'node:worker_threads';
import { once } from 'node:events';

interface Job {
  from: number;
  to: number;
  counter: SharedArrayBuffer;
}

function countPrimes({ from, to, counter }: Job): number {
  const shared = new Int32Array(counter);
  let found = 0;
  for (let n = from; n < to; n++) {
    let prime = n > 1;
    for (let d = 2; d * d <= n; d++)
      if (n % d === 0) {
        prime = false;
        break;
      }
    if (prime) {
      found++;
      Atomics.add(shared, 0, 1);
    }
  }
  return found;
}

if (isMainThread) {
  const N = 400_000;
  const counter = new SharedArrayBuffer(4);
  const jobs: Job[] = [
    { from: 0, to: Math.trunc(N * 0.63), counter },
    { from: Math.trunc(N * 0.63), to: N, counter },
  ];
  let t = performance.now();
  const seq = jobs.map(countPrimes).reduce((a, b) => a + b, 0);
  const seqMs = performance.now() - t;
  console.log(`sequential: ${seq} primes in ${seqMs.toFixed(0)} ms`);

  const view = new Int32Array(counter);
  Atomics.store(view, 0, 0);
  t = performance.now();
  const results = await Promise.all(
    jobs.map(async (job) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: job });
      worker.on('error', (e) => console.error('worker error', e));
      const exited = once(worker, 'exit'); // listen before awaiting: both events can come in one turn
      const [msg] = await once(worker, 'message');
      const [code] = await exited;
      return { ...msg, code } as { id: number; found: number; code: number };
    }),
  );
  const parMs = performance.now() - t;
  console.log('parallel:', results);
  console.log(
    `parallel: ${results.reduce((a, r) => a + r.found, 0)} primes in ${parMs.toFixed(0)} ms; speed-up ×${(seqMs / parMs).toFixed(2)}; shared counter ${Atomics.load(view, 0)}`,
  );
} else {
  parentPort!.postMessage({ id: threadId, found: countPrimes(workerData as Job) });
}
