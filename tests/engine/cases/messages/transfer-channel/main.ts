import {
  Worker,
  isMainThread,
  parentPort,
  MessageChannel,
  type MessagePort,
} from 'node:worker_threads';
if (isMainThread) {
  const w = new Worker(new URL(import.meta.url));
  const { port1, port2 } = new MessageChannel();
  const buf = new ArrayBuffer(8);
  w.postMessage({ port: port2, buf }, [port2, buf]);
  console.log('detached', buf.byteLength);
  port1.on('message', (m) => {
    console.log('via port', m);
    port1.close();
  });
} else {
  parentPort!.once('message', ({ port, buf }: { port: MessagePort; buf: ArrayBuffer }) => {
    port.postMessage({ len: buf.byteLength, map: new Map([[1, 2]]) });
    port.close();
  });
}
