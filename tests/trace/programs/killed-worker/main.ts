// A worker hangs in the middle of a job. It is killed, another one takes its place, and the job is tried again.
import { Worker } from 'node:worker_threads';

const DEADLINE_MS = 200;
const jobs = [1, 2, 3, 4, 5].map((number) => ({ number, attempt: 1 }));

let worker = await start();
for (let job = jobs.shift(); job; job = jobs.shift()) {
  const answer = new Promise<string>((done) => worker.once('message', done));
  const deadline = Promise.withResolvers<string>();
  const timer = setTimeout(deadline.resolve, DEADLINE_MS, 'too late');
  worker.postMessage(job);
  const outcome = await Promise.race([answer, deadline.promise]);
  clearTimeout(timer);
  if (outcome !== 'too late') continue;
  performance.mark(`job ${job.number} hangs: kill its worker`);
  await worker.terminate();
  worker = await start();
  jobs.unshift({ ...job, attempt: job.attempt + 1 });
}
worker.postMessage('stop');

async function start(): Promise<Worker> {
  const started = new Worker(new URL('./worker.ts', import.meta.url));
  await new Promise((online) => started.once('online', online));
  return started;
}
