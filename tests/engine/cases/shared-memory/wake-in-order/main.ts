// Sleepers are woken in the order in which they lay down, as many as are asked for.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  const ended: Promise<unknown>[] = [];
  for (const name of ['first', 'second', 'third']) {
    const worker = new Worker(new URL(import.meta.url), { workerData: { cells, name } });
    worker.on('message', (text) => console.log(text));
    ended.push(once(worker, 'exit'));
    await once(worker, 'message');
    // It says so before it sleeps: only a notify that finds it asleep can tell.
    while (Atomics.notify(cells, 1, 0) !== 0);
  }
  let woken = 0;
  while (woken === 0) woken = Atomics.notify(cells, 0, 1);
  console.log('woke', woken);
  await ended[0];
  while (woken < 3) woken += Atomics.notify(cells, 0);
  console.log('woke', woken);
  await Promise.all(ended);
} else {
  const { cells, name } = workerData;
  parentPort?.postMessage(`${name} lies down`);
  const result = Atomics.wait(cells, 0, 0);
  if (result !== 'ok') throw new Error(`${name}: ${result}`);
}
