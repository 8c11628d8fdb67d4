// Limits that a thread is given are told to it and to the one that started it.
import { isMainThread, parentPort, resourceLimits, Worker } from 'node:worker_threads';

if (isMainThread) {
  console.log(resourceLimits);
  const worker = new Worker(new URL(import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 2 },
  });
  const { maxOldGenerationSizeMb, stackSizeMb } = worker.resourceLimits ?? {};
  console.log(maxOldGenerationSizeMb, stackSizeMb);
  worker.on('message', (limits) => console.log('there', limits));
  worker.on('exit', () => console.log('exit', worker.resourceLimits, worker.threadId, worker.threadName));
} else {
  parentPort?.postMessage(resourceLimits);
}
