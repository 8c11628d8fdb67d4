// A durable queue: a file to which lines are added, and no more.
import { appendFileSync, readFileSync } from 'node:fs';

/** `journal` is the path of the file. */
export function openQueue(journal: string) {
  // `flush`: it returns when the line is on the disk, not before.
  const append = (line: string) => appendFileSync(journal, `${line}\n`, { flush: true });

  return {
    put: (job: number) => append(`job ${job}`),
    ack: (job: number) => append(`ack ${job}`),

    /** The first job that has not been acknowledged. */
    next(): number | undefined {
      const jobs = new Set<number>();
      for (const line of readFileSync(journal, 'utf8').split('\n')) {
        const [what, job] = line.split(' ');
        if (what === 'job') jobs.add(Number(job));
        if (what === 'ack') jobs.delete(Number(job));
      }
      return [...jobs][0];
    },
  };
}
