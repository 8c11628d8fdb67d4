// Runs in a thread of its own: counts the primes of one range.
import { parentPort, workerData } from 'node:worker_threads';
import type { Range } from './split.ts';

const { from, to }: Range = workerData;
const start = performance.now();
let primes = 0;
for (let n = Math.max(2, from); n < to; n++) {
  let divisor = 2;
  while (divisor * divisor <= n && n % divisor !== 0) divisor++;
  if (divisor * divisor > n) primes++;
}
performance.measure(`${from} to ${to}`, { start });
parentPort?.postMessage(primes);
