import { Worker } from 'node:worker_threads';
import { once } from 'node:events';

const source = `
  const { parentPort } = require('node:worker_threads');
  parentPort.postMessage('spinning');
  while (true) {}
`;
const worker = new Worker(source, { eval: true });
worker.on('exit', (code) => console.log('exit', code));
console.log(...(await once(worker, 'message')));
console.log('terminate →', await worker.terminate());
