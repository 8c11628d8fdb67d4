// A thread imports packages of its own, known before and not.
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('message', (value) => console.log('main', value));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  const { default: pLimit } = await import('p-limit');
  const limit = pLimit(1);
  const name = ['p', 'retry'].join('-');
  const { default: pRetry } = await import(name);
  const values = await Promise.all([1, 2, 3].map((n) => limit(() => pRetry(async () => n * 10))));
  parentPort?.postMessage(values);
}
