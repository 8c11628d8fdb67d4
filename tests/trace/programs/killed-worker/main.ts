// A worker hangs in the middle of a job. It is killed, another one takes its place, and the job is tried again.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const DEADLINE_MS = 240;
const jobs = [1, 2, 3, 4, 5].map((number) => ({ number, attempt: 1 }));

let worker = await start();
for (let job = jobs.shift(); job; job = jobs.shift()) {
  const begun = once(worker, 'message');
  worker.postMessage(job);
  await begun; // the time that a thread needs to come up is not the job's
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  try {
    await once(worker, 'message', { signal: deadline });
  } catch {
    performance.mark(`job ${job.number} hangs: kill its worker`);
    await worker.terminate();
    worker = await start();
    jobs.unshift({ ...job, attempt: job.attempt + 1 });
  }
}
worker.postMessage('stop');

async function start(): Promise<Worker> {
  const started = new Worker(new URL('./worker.ts', import.meta.url));
  await once(started, 'online');
  return started;
}
