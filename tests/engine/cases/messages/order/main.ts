// One port keeps its order, and turns of the loop lie between two messages.
import { MessageChannel } from 'node:worker_threads';
const { port1, port2 } = new MessageChannel();
port2.on('message', (n) => {
  console.log('message', n);
  queueMicrotask(() => console.log('microtask of', n));
  process.nextTick(() => console.log('tick of', n));
  if (n === 3) port2.close();
});
port2.on('close', () => console.log('closed'));
for (const n of [1, 2, 3]) port1.postMessage(n);
console.log('posted');
