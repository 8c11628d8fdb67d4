import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
const given = new MessageChannel();
const sent = new MessageChannel();
const worker = new Worker(new URL('./worker.ts', import.meta.url), {
  workerData: given.port2,
  transferList: [given.port2],
});
worker.postMessage(sent.port2, [sent.port2]);
const follow = (name: string, port: MessagePort) => {
  port.on('message', (value) => console.log(name, 'got', value));
  return new Promise((resolve) => port.on('close', resolve));
};
await Promise.all([follow('given', given.port1), follow('sent', sent.port1)]);
console.log('closed');
