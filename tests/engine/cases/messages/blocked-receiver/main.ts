// A message to a thread that computes waits until it is done; the sender does not.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
if (isMainThread) {
  const gate = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL(import.meta.url), { workerData: gate });
  const answers: string[] = [];
  worker.on('message', (text) => answers.push(text));
  await once(worker, 'message');
  worker.postMessage('first');
  worker.postMessage('second');
  await new Promise((resolve) => setTimeout(resolve, 20));
  console.log(answers);
  Atomics.store(gate, 0, 1);
  await once(worker, 'exit');
  console.log(answers);
} else {
  parentPort?.on('message', (text) => {
    parentPort?.postMessage(`got ${text}`);
    if (text === 'second') parentPort?.close();
  });
  parentPort?.postMessage('busy');
  while (Atomics.load(workerData, 0) === 0);
}
