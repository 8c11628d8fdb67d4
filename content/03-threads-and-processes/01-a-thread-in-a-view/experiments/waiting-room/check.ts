import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeJobs } from './take-jobs.ts';

/** Work that lasts until the test ends it, job by job. */
function workshop() {
  const begun: number[] = [];
  const jobs = new Map<number, PromiseWithResolvers<void>>();
  let most = 0;
  async function work(job: number): Promise<void> {
    const ending = Promise.withResolvers<void>();
    begun.push(job);
    jobs.set(job, ending);
    most = Math.max(most, jobs.size);
    await ending.promise.finally(() => jobs.delete(job));
  }
  /** Ends a job that is at work, and lets what follows from it happen. */
  async function end(job: number, error?: Error): Promise<void> {
    const ending = jobs.get(job);
    if (error) ending?.reject(error);
    else ending?.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { begun, work, end, most: () => most };
}

const limits = { atOnce: 2, waiting: 3 };
const noLog = () => undefined;

test('no more jobs are at work than may be, and all that were taken are done in their order', async () => {
  const { begun, work, end, most } = workshop();
  const take = takeJobs(work, limits, noLog);
  for (const job of [1, 2, 3, 4, 5]) assert.equal(take(job), true, `job ${job} was not taken`);
  assert.deepEqual(begun, [1, 2], 'the first two begin at once, the others wait');
  for (const job of [2, 1, 3, 4, 5]) await end(job);
  assert.deepEqual(begun, [1, 2, 3, 4, 5]);
  assert.equal(most(), 2);
});

test('a job that finds no place is refused, and never begun', async () => {
  const { begun, work, end } = workshop();
  const take = takeJobs(work, limits, noLog);
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6, 7].map((job) => take(job)),
    [true, true, true, true, true, false, false],
  );
  for (const job of [1, 2, 3, 4, 5, 6, 7]) await end(job);
  assert.deepEqual(begun, [1, 2, 3, 4, 5]);
});

test('a job that fails is logged, and its place is free for the next', async () => {
  const { begun, work, end } = workshop();
  const logged: number[] = [];
  const take = takeJobs(work, limits, (job) => logged.push(job));
  for (const job of [1, 2, 3]) take(job);
  await end(1, new Error('no such address'));
  assert.deepEqual(logged, [1]);
  assert.deepEqual(begun, [1, 2, 3]);
  await end(2);
  await end(3);
});

test('when it has been full, it takes jobs again as soon as there is room', async () => {
  const { begun, work, end } = workshop();
  const take = takeJobs(work, limits, noLog);
  for (const job of [1, 2, 3, 4, 5]) take(job);
  assert.equal(take(6), false, 'it is full');
  await end(1);
  assert.equal(take(7), true, 'job 1 is done, so one more may wait');
  assert.equal(take(8), false, 'and no more than one');
  for (const job of [2, 3, 4, 5, 7]) await end(job);
  assert.deepEqual(begun, [1, 2, 3, 4, 5, 7]);
});
