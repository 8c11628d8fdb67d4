import { Worker, isMainThread, parentPort, threadId, workerData } from 'node:worker_threads';

if (isMainThread) {
  const hot = process.argv[2] === 'killed';
  const workers = [1, 2].map((job) => new Worker(new URL(import.meta.url), { workerData: { job, hot } }));
  const answers = workers.map((worker) => new Promise((resolve) => worker.once('message', resolve)));
  process.send?.(await Promise.all(answers));
} else {
  parentPort?.postMessage([threadId, workerData.job * 10]);
  if (workerData.hot) for (;;);
}
