import { type MessagePort, parentPort, workerData } from 'node:worker_threads';

const { port, answers } = workerData as { port: MessagePort; answers: Int32Array };
parentPort?.on('message', (message: { number: number; question: unknown } | null) => {
  if (!message) {
    parentPort?.close();
    return;
  }
  port.postMessage(message);
  Atomics.store(answers, 0, message.number);
  Atomics.notify(answers, 0);
});
