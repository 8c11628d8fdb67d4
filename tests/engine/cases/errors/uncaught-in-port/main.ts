import { MessageChannel } from 'node:worker_threads';
const { port1, port2 } = new MessageChannel();
port2.on('message', function receive(value: number): void {
  if (value === 2) throw new Error('in a port');
  console.log('got', value);
});
process.on('uncaughtException', (error, origin) => {
  console.log(error.message, origin);
  setTimeout(() => port1.close(), 10);
});
for (const value of [1, 2, 3]) port1.postMessage(value);
