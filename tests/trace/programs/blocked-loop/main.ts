// One thread, many requests: while one of them computes, the others wait, however quick they are.
import { setTimeout as sleep } from 'node:timers/promises';

const REQUESTS = 12;
const EVERY_MS = 50;
const SLOW = 4;

const due = performance.now() + 20;
await Promise.all(Array.from({ length: REQUESTS }, (_, i) => request(i + 1)));

async function request(number: number): Promise<void> {
  const at = due + (number - 1) * EVERY_MS;
  await sleep(at - performance.now());
  const began = performance.now();
  const waited = began - at > 20;
  const name = `request ${number}`;
  if (waited) performance.measure(name, { start: at, end: began, detail: { waiting: true } });
  compute(number === SLOW ? 300 : 6);
  performance.measure(name, { start: began });
}

function compute(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
