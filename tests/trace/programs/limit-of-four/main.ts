// Twelve calls and a service that takes four at a time: the others stand in a queue.
import { setTimeout as sleep } from 'node:timers/promises';

const LIMIT = 4;
const queue: (() => void)[] = [];
let free = LIMIT;

async function limited(name: string, ms: number): Promise<void> {
  const asked = performance.now();
  if (free === 0) await new Promise<void>((go) => queue.push(go));
  else free--;
  const began = performance.now();
  if (began - asked > 1) {
    performance.measure(name, { start: asked, end: began, detail: { waiting: true } });
  }
  await sleep(ms);
  performance.measure(name, { start: began });
  const next = queue.shift();
  if (next) next();
  else free++;
}

await sleep(20);
const calls = Array.from({ length: 12 }, (_, i) => limited(`call ${i + 1}`, 100 + (i % 4) * 25));
await Promise.all(calls);
