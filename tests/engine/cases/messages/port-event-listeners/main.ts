// A port has each listener once, whichever way it came; an object with `handleEvent` is one.
import { MessageChannel } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
const object = {
  name: 'object',
  handleEvent({ data }: { data: unknown }) {
    console.log(this.name, data);
  },
};
const heard = (event: MessageEvent) => console.log('function', event.data);
const got = (value: unknown) => console.log('on', value);
for (let times = 0; times < 2; times++) {
  port1.addEventListener('message', object);
  port1.addEventListener('message', heard);
  port1.on('message', got);
}
port1.addEventListener('message', () => console.log('once'), { once: true });
port1.onmessage = heard;
port2.postMessage(1);
port2.postMessage(2);
setTimeout(() => {
  port1.removeEventListener('message', heard);
  port1.off('message', got);
  port2.postMessage(3);
}, 20);
setTimeout(() => {
  port1.onmessage = null;
  port1.removeEventListener('message', object);
}, 40);
