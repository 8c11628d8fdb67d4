import { isMainThread, MessageChannel, parentPort, receiveMessageOnPort, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const ready = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(new URL(import.meta.url), { workerData: ready });
  Atomics.wait(ready, 0, 0);
  const { port1, port2 } = new MessageChannel();
  worker.postMessage('one');
  worker.postMessage({ two: 2 });
  Atomics.store(ready, 1, 1);
  Atomics.notify(ready, 1);
  worker.on('message', (message) => {
    console.log('main got', message);
    if (message !== 'blocked no more') return;
    worker.postMessage({ port: port2 }, [port2]);
    port1.postMessage('over the port');
  });
} else {
  const ready = workerData as Int32Array;
  Atomics.store(ready, 0, 1);
  Atomics.notify(ready, 0);
  Atomics.wait(ready, 1, 0);
  if (!parentPort) throw new Error('There is no parent.');
  const got = [1, 2, 3].map(() => parentPort && receiveMessageOnPort(parentPort));
  parentPort.postMessage(got);
  parentPort.postMessage('blocked no more');
  parentPort.once('message', ({ port }) => {
    port.once('message', (message: unknown) => {
      parentPort?.postMessage(['worker got', message, receiveMessageOnPort(port)]);
    });
  });
}
