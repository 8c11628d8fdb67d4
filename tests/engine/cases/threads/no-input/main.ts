// A thread that is given no input finds its end at once.
import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  console.log(worker.stdin);
  worker.on('exit', (code) => console.log('exit', code));
} else {
  process.stdin.on('data', () => console.log('never')).on('end', () => console.log('end of input'));
}
