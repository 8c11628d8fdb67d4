import { once } from 'node:events';
import { BroadcastChannel, isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
const channel = new BroadcastChannel('news');
if (isMainThread) {
  const log: string[] = [];
  const heardOfBoth = new Promise<void>((resolve) => {
    channel.onmessage = ({ data }) => log.push(data) === 2 && resolve();
  });
  const workers = ['a', 'b'].map((name) => new Worker(new URL(import.meta.url), { workerData: name }));
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const heard = workers.map((worker) => once(worker, 'message'));
  channel.postMessage('for everybody');
  console.log((await Promise.all(heard)).flat());
  await heardOfBoth;
  console.log(log.sort(), channel.name);
  channel.close();
  try {
    channel.postMessage('late');
  } catch (error) {
    console.log((error as Error).name);
  }
} else {
  channel.onmessage = ({ data }) => {
    channel.postMessage(`${workerData} heard it`);
    channel.close();
    parentPort?.postMessage(`${workerData} got ${data}`);
  };
  parentPort?.postMessage('ready');
}
