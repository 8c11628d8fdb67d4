// Nobody listens for the error of a thread: it ends the program.
import { Worker } from 'node:worker_threads';
process.on('exit', (code) => console.log('exit', code));
new Worker(new URL('./worker.ts', import.meta.url));
setTimeout(() => console.log('never'), 10_000);
