// What one thread writes all others read; views of other kinds look at the same bytes.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
const memory = new SharedArrayBuffer(16);
const worker = new Worker(
  `const { parentPort, workerData } = require('node:worker_threads');
   const view = new DataView(workerData);
   view.setFloat64(8, Math.PI);
   parentPort.on('message', ({ bytes }) => {
     bytes[0] = 200;
     parentPort.postMessage(bytes);
     parentPort.close();
   });`,
  { eval: true, workerData: memory },
);
await once(worker, 'online');
worker.postMessage({ bytes: new Uint8Array(memory, 4, 4) });
const [bytes] = await once(worker, 'message');
console.log(bytes, new DataView(memory).getFloat64(8), new Int8Array(memory)[4], bytes.byteOffset, bytes.buffer === memory);
bytes[1] = 9;
console.log(new Uint8Array(memory)[5]);
