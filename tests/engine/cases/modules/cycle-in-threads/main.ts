import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { square } from './square.ts';

export const self = new URL(import.meta.url);
if (isMainThread) {
  const worker = new Worker(self);
  worker.on('message', (value) => console.log('got', value, square(3)));
  worker.on('exit', (code) => console.log('exit', code));
} else parentPort?.postMessage(square(4));
