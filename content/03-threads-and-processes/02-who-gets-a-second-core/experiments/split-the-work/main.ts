import { countInThread } from './count-in-thread.ts';
import { countBelow, type Range } from './split.ts';

const LIMIT = 1_200_000;
const THREADS = 2;

let atWork = 0;
let mostAtWork = 0;

async function count(range: Range): Promise<number> {
  mostAtWork = Math.max(mostAtWork, ++atWork);
  const primes = await countInThread(range);
  atWork--;
  console.log(`${range.from} to ${range.to}: ${primes} primes`);
  return primes;
}

const primes = await countBelow(LIMIT, THREADS, count);
console.log(`${primes} primes in all`);
console.log(`most threads at work at once: ${mostAtWork}`);
