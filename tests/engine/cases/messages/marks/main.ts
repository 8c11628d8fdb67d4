// What is marked is not handed over, or not copied.
import {
  isMarkedAsUntransferable,
  markAsUncloneable,
  markAsUntransferable,
  MessageChannel,
} from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
const attempt = (what: string, run: () => unknown) => {
  try {
    console.log(what, run());
  } catch (error) {
    const { name, message } = error as Error;
    console.log(what, name, message, error instanceof DOMException);
  }
};
const pooled = new ArrayBuffer(8);
markAsUntransferable(pooled);
console.log(isMarkedAsUntransferable(pooled), isMarkedAsUntransferable(new ArrayBuffer(8)));
attempt('copy', () => port1.postMessage(pooled));
attempt('hand over', () => port1.postMessage(pooled, [pooled]));
attempt('hand over with options', () => port1.postMessage(null, { transfer: [pooled] }));
attempt('structuredClone', () => structuredClone(pooled, { transfer: [pooled] }));
const secret = { key: 1 };
markAsUncloneable(secret);
attempt('secret', () => port1.postMessage(secret));
attempt('clone of a secret', () => structuredClone(secret));
attempt('a list of numbers', () => structuredClone([1, 2]));
port2.close();
