import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
const answers = new Int32Array(new SharedArrayBuffer(4));
const worker = new Worker(new URL('./worker.ts', import.meta.url), {
  workerData: { port: port2, answers },
  transferList: [port2],
});
let asked = 0;

/** Asks the worker and sits until the answer is there. */
function ask(question: unknown): unknown {
  worker.postMessage({ number: ++asked, question });
  Atomics.wait(answers, 0, asked - 1);
  return receiveMessageOnPort(port1)?.message;
}

console.log(ask('how'), ask(['many', 2]), ask({ map: new Map([[1, 2]]) }));
const long = 'long '.repeat(8000);
for (let round = 0; round < 10; round++) {
  const answer = ask(long) as { question: string };
  if (answer.question !== long) console.log('lost', round);
}
console.log(receiveMessageOnPort(port1));
console.log(asked, Atomics.load(answers, 0));
worker.postMessage(null);
worker.on('exit', (code) => console.log('exit', code));
