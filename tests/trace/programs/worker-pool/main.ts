// Six jobs for two workers. The main thread hands them out, and stays free.
import { Worker } from 'node:worker_threads';

interface Job {
  readonly name: string;
  readonly ms: number;
  readonly asked: number;
}

const waiting: Job[] = [90, 140, 120, 60, 100, 130].map((ms, i) => ({
  name: `job ${i + 1}`,
  ms,
  asked: performance.now(),
}));

await Promise.all([1, 2].map(work));

async function work(): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  await new Promise((ready) => worker.once('online', ready));
  for (let job = waiting.shift(); job; job = waiting.shift()) {
    const { name, ms, asked } = job;
    const handedOut = performance.now();
    performance.measure(name, { start: asked, end: handedOut, detail: { waiting: true } });
    const answer = new Promise((done) => worker.once('message', done));
    worker.postMessage({ name, ms });
    await answer;
  }
  const ended = new Promise((over) => worker.once('exit', over));
  worker.postMessage('stop');
  await ended;
}
