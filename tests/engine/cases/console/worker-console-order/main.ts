// What a worker prints goes through the loop of the thread that started it.
import { Worker, isMainThread } from 'node:worker_threads';
if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('online', () => {
    const end = performance.now() + 200;
    console.log('main busy');
    while (performance.now() < end);
    console.log('main free');
  });
} else {
  console.log('from worker');
}
