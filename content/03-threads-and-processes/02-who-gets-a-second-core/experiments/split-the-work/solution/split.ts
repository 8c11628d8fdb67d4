/** The numbers from `from` on, up to `to` but without it. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Counts the primes of a range in a thread of its own. */
export type Count = (range: Range) => Promise<number>;

/** How many primes are below `limit`, counted by so many threads. */
export async function countBelow(limit: number, threads: number, count: Count) {
  const share = Math.ceil(limit / threads);
  const counts: Promise<number>[] = [];
  for (let from = 0; from < limit; from += share) {
    const to = Math.min(from + share, limit);
    counts.push(count({ from, to })); // goes on without waiting
  }
  let primes = 0;
  for (const each of await Promise.all(counts)) primes += each;
  return primes;
}
