// What a worker gets from the one that starts it, and what it can do to itself.
import {
  getEnvironmentData,
  isMainThread,
  parentPort,
  setEnvironmentData,
  threadId,
  Worker,
  workerData,
} from 'node:worker_threads';

if (isMainThread) {
  console.log('main', threadId, workerData, parentPort);
  setEnvironmentData('colour', 'green');
  process.env['SHADE'] = 'dark';
  const buffer = new ArrayBuffer(8);
  const worker = new Worker(new URL(import.meta.url), {
    argv: ['one', 'two'],
    workerData: { list: [1, new Map([['a', 1n]])], buffer },
    transferList: [buffer],
  });
  console.log('id', worker.threadId, 'handed over', buffer.byteLength === 0);
  worker.on('message', (message) => console.log('message', message));
  worker.on('exit', (code) => console.log('exit', code, 'id', worker.threadId));
} else {
  const { argv, env } = process;
  parentPort?.postMessage({ threadId, workerData, argv: argv.slice(2), shade: env['SHADE'] });
  parentPort?.postMessage({ colour: getEnvironmentData('colour') });
  process.on('exit', (code) => parentPort?.postMessage(`leaving with ${code}`));
  setTimeout(() => process.exit(5), 20);
  setInterval(() => undefined, 1000);
}
