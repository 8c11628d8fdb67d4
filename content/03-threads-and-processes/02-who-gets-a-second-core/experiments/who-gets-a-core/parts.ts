// Counts primes, in four parts that are about equally hard.
export const PARTS = [0, 1, 2, 3] as const;
const LIMIT = 2_400_000;
const STEP = 10_000;

export interface Result {
  readonly primes: number;
  /** Whether another part got further while this one computed. */
  readonly sawAnotherMove: boolean;
}

/** Computes a part from its beginning to its end, without an `await`. */
export function compute(part: number, steps: Int32Array): Result {
  const start = performance.now();
  const before = stepsOfOthers(part, steps);
  let primes = 0;
  // Later numbers are harder, so every part gets some from everywhere.
  for (let from = part * STEP; from < LIMIT; from += STEP * PARTS.length) {
    primes += countPrimes(from, from + STEP);
    Atomics.add(steps, part, 1);
  }
  const sawAnotherMove = stepsOfOthers(part, steps) > before;
  performance.measure(`part ${part + 1}`, { start });
  return { primes, sawAnotherMove };
}

function stepsOfOthers(part: number, steps: Int32Array): number {
  let sum = 0;
  for (const other of PARTS) {
    if (other !== part) sum += Atomics.load(steps, other);
  }
  return sum;
}

export function countPrimes(from: number, to: number): number {
  let primes = 0;
  for (let n = Math.max(2, from); n < to; n++) {
    let divisor = 2;
    while (divisor * divisor <= n && n % divisor !== 0) divisor++;
    if (divisor * divisor > n) primes++;
  }
  return primes;
}
