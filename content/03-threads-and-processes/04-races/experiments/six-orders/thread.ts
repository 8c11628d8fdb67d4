// Adds 1 to the shared count, one step at a time: read, write, read …
import { parentPort, workerData } from 'node:worker_threads';

const count: Int32Array = workerData;
let seen: number | undefined;

parentPort?.on('message', () => {
  const start = performance.now();
  const did = step();
  // Long enough to be seen in the timeline.
  while (performance.now() < start + 12);
  performance.measure(did, { start });
  parentPort?.postMessage(did);
});

function step(): string {
  if (seen === undefined) {
    seen = Atomics.load(count, 0);
    return `read ${seen}`;
  }
  const written = seen + 1;
  Atomics.store(count, 0, written);
  seen = undefined;
  return `write ${written}`;
}
