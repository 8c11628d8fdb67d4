// Two threads take turns without ever yielding: only real threads come to the end of this.
import { Worker, isMainThread, workerData } from 'node:worker_threads';
const N = 200;
const shared: SharedArrayBuffer = isMainThread ? new SharedArrayBuffer(4) : workerData;
const turns = new Int32Array(shared);
const me = isMainThread ? 0 : 1;
if (isMainThread) new Worker(new URL(import.meta.url), { workerData: shared });
while (Atomics.load(turns, 0) < N) {
  if (Atomics.load(turns, 0) % 2 === me) Atomics.add(turns, 0, 1);
}
if (isMainThread) console.log('ping-pong without ever yielding:', Atomics.load(turns, 0) >= N);
