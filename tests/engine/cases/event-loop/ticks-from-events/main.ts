// An event that a tick dispatches runs its listeners at once; no tick is run twice.
import { MessageChannel } from 'node:worker_threads';

const { port1 } = new MessageChannel();
port1.addEventListener('message', () => console.log('event'));
process.nextTick(() => {
  console.log('tick');
  port1.dispatchEvent(new Event('message'));
});
process.nextTick(() => console.log('next tick'));
setTimeout(() => port1.close(), 5);
