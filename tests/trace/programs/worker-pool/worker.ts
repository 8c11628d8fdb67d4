import { parentPort } from 'node:worker_threads';

parentPort?.on('message', (job: { name: string; ms: number } | 'stop') => {
  if (job === 'stop') return parentPort?.close();
  const start = performance.now();
  while (performance.now() < start + job.ms);
  performance.measure(job.name, { start });
  parentPort?.postMessage('done');
});
