// A port with a listener that goes elsewhere keeps nobody here; one that could not go stays.
import { MessageChannel, Worker } from 'node:worker_threads';

const listening = () => new MessageChannel().port1.on('message', () => undefined);
const { port1: carrier } = new MessageChannel();

const stays = listening();
try {
  carrier.postMessage(() => undefined, [stays]);
} catch (error) {
  console.log(error instanceof Error && error.name);
}
setTimeout(() => {
  console.log('closed by hand');
  stays.close();
}, 20);

const first = listening();
carrier.postMessage(null, [first]);
const second = listening();
carrier.postMessage(null, { transfer: [second] });
const third = listening();
structuredClone(null, { transfer: [third] });
const fourth = listening();
const source = `require('node:worker_threads').parentPort.once('message', () => console.log('got it'))`;
const worker = new Worker(source, { eval: true, workerData: fourth, transferList: [fourth] });
const fifth = listening();
worker.postMessage(fifth, [fifth]);
