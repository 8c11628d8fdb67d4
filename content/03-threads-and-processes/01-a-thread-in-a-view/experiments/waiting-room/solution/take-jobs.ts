export type Work = (job: number) => Promise<void>;
export type Log = (job: number, error: unknown) => void;

export interface Limits {
  /** How many jobs may be at work at the same time, */
  readonly atOnce: number;
  /** and how many may wait for that, beyond those at work. */
  readonly waiting: number;
}

/** Gives a function that takes a job, or refuses it by `false`. */
export function takeJobs(work: Work, limits: Limits, log: Log) {
  const queue: number[] = [];
  let atWork = 0;

  async function begin(job: number): Promise<void> {
    atWork++;
    try {
      await work(job);
    } catch (error) {
      log(job, error);
    }
    atWork--;
    const next = queue.shift();
    if (next !== undefined) void begin(next);
  }

  return function take(job: number): boolean {
    if (atWork < limits.atOnce) {
      void begin(job);
      return true;
    }
    if (queue.length === limits.waiting) return false;
    queue.push(job);
    return true;
  };
}
