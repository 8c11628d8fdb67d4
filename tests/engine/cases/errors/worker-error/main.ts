import { Worker } from 'node:worker_threads';
const w = new Worker(new URL('./worker.ts', import.meta.url));
w.on('error', (e) => console.log('caught', e.name, e.message, e instanceof TypeError));
w.on('exit', (c) => console.log('exit', c));
