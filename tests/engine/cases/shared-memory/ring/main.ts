// One thread fills a ring of eight places, another empties it; both sleep when there is nothing to do.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
const SIZE = 8;
const ITEMS = 1_000;
const cells: Int32Array = isMainThread ? new Int32Array(new SharedArrayBuffer(4 * (SIZE + 2))) : workerData;
const [HEAD, TAIL] = [SIZE, SIZE + 1];
const get = (index: number) => Atomics.load(cells, index);
if (isMainThread) {
  const consumer = new Worker(new URL(import.meta.url), { workerData: cells });
  for (let item = 1; item <= ITEMS; item++) {
    for (let tail = get(TAIL); get(HEAD) - tail === SIZE; tail = get(TAIL)) Atomics.wait(cells, TAIL, tail);
    const head = get(HEAD);
    Atomics.store(cells, head % SIZE, item * item);
    Atomics.store(cells, HEAD, head + 1);
    Atomics.notify(cells, HEAD);
  }
  const [{ sum, inOrder }] = await once(consumer, 'message');
  console.log(sum, inOrder, get(HEAD) === get(TAIL));
} else {
  let [sum, inOrder] = [0, true];
  for (let item = 1; item <= ITEMS; item++) {
    for (let head = get(HEAD); head === get(TAIL); head = get(HEAD)) Atomics.wait(cells, HEAD, head);
    const tail = get(TAIL);
    const value = get(tail % SIZE);
    inOrder &&= value === item * item;
    sum += value;
    Atomics.store(cells, TAIL, tail + 1);
    Atomics.notify(cells, TAIL);
  }
  parentPort?.postMessage({ sum, inOrder });
}
