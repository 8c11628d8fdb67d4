// Runs in a thread of its own: computes the parts that it is sent.
import { parentPort } from 'node:worker_threads';
import { compute } from './parts.ts';

interface Order {
  readonly parts: readonly number[];
  readonly steps: Int32Array;
}

parentPort?.once('message', ({ parts, steps }: Order) => {
  parentPort?.postMessage(parts.map((part) => compute(part, steps)));
});
