import { parentPort } from 'node:worker_threads';
const end = performance.now() + 30;
while (performance.now() < end);
await null;
parentPort?.on('message', (message: number | string) => {
  if (message === 'end') process.exit(4);
  parentPort?.postMessage(`got ${message}`);
});
