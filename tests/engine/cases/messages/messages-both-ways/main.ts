import { once } from 'node:events';
import { isMainThread, MessageChannel, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  for (const n of [1, 2, 3]) worker.postMessage({ n });
  worker.on('message', (answer) => console.log(answer));
  const exited = once(worker, 'exit');
  setTimeout(() => worker.postMessage('stop'), 100);
  console.log('exit', ...(await exited));

  const { port1, port2 } = new MessageChannel();
  port2.onmessage = ({ data }) => console.log('onmessage', data);
  port1.postMessage([1, 2]);
  setTimeout(() => port1.close(), 50);
  port2.addEventListener('close', () => console.log('closed'));
} else {
  parentPort?.on('message', (message) => {
    if (message === 'stop') parentPort?.close();
    else parentPort?.postMessage({ square: message.n ** 2 });
  });
}
