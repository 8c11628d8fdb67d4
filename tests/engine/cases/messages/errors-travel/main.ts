import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
const worker = new Worker(
  `const { parentPort } = require('worker_threads');
   parentPort.once('message', (error) => {
     parentPort.postMessage({ error, map: new Map([[error, 1]]) });
   });`,
  { eval: true },
);
class Own extends Error {
  override name = 'Own';
  extra = 1;
}
worker.postMessage(new Own('mine', { cause: new RangeError('why') }));
const [{ error, map }] = await once(worker, 'message');
console.log(error.name, error.message, error.extra, String(error.cause), error instanceof Own, error instanceof Error);
console.log(map.get(error), error.stack.split('\n')[0], /main\.ts:12/.test(error.stack));
