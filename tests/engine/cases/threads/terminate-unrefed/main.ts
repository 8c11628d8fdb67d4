import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
const worker = new Worker('setInterval(() => {}, 1000)', { eval: true });
await once(worker, 'online');
worker.unref();
console.log(await worker.terminate());
console.log('over');
