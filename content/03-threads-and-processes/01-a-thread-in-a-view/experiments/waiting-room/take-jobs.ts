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
  if (limits.atOnce < 1) throw new RangeError('nobody would work');

  return function take(job: number): boolean {
    work(job).catch((error) => log(job, error));
    return true;
  };
}
