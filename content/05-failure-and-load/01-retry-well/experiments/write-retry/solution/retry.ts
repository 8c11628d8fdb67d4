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

/** Tries until it works, or gives up with the last error. */
export async function retry<T>(work: Work<T>, options: Options) {
  const { attempts, firstMs, longestMs, random, sleep } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts) throw error;
      const mostMs = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
      await sleep(random() * mostMs);
    }
  }
}
