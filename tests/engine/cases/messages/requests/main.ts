// Many questions at once, answered out of order, each to who asked.
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  const open = new Map<number, (answer: number) => void>();
  let ids = 0;
  worker.on('message', ({ id, answer }) => {
    open.get(id)?.(answer);
    open.delete(id);
  });
  const ask = (n: number): Promise<number> => {
    const { promise, resolve } = Promise.withResolvers<number>();
    open.set(++ids, resolve);
    worker.postMessage({ id: ids, n });
    return promise;
  };
  console.log(await Promise.all([30, 20, 10].map(ask)), open.size);
  await worker.terminate();
} else {
  parentPort?.on('message', ({ id, n }) => {
    setTimeout(() => parentPort?.postMessage({ id, answer: n * n }), n);
  });
}
