// What is sent to a thread that has not begun yet waits for it, in order.
import { Worker } from 'node:worker_threads';
const worker = new Worker(new URL('./worker.ts', import.meta.url));
for (const n of [1, 2, 3]) worker.postMessage(n);
worker.on('message', (message) => {
  console.log(message);
  if (message === 'got 3') worker.postMessage('end');
});
worker.on('exit', (code) => console.log('exit', code));
