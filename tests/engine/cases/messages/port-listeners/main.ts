import { MessageChannel } from 'node:worker_threads';
const { port1, port2 } = new MessageChannel();
const hears = () => console.log('hears');
port1.on('message', hears);
port1.on('close', hears);
port1.off('message', hears);
port1.once('message', (value) => {
  console.log('once', value);
  port1.close();
});
port2.postMessage('a');
