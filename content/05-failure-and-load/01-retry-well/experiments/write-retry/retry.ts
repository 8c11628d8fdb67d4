export interface Options {
  /** How often to try at the most. */
  attempts: number;
  /** The wait after the first failure is at most this long… */
  firstMs: number;
  /** …and twice as long after each further one, up to this. */
  longestMs: number;
  /** Gives a number from 0 up to, but not including, 1. */
  random: () => number;
  sleep: (ms: number) => Promise<unknown>;
}
type Work<T> = () => Promise<T>;

/** Tries until it works, and gives what `work` gives. */
export async function retry<T>(work: Work<T>, options: Options) {
  const { firstMs, sleep } = options;
  for (;;) {
    try {
      return await work();
    } catch {
      await sleep(firstMs);
    }
  }
}
