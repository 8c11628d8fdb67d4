import { setTimeout } from 'node:timers/promises';
import { retry } from './retry.ts';

const SERVICE_IS_UP_AFTER_MS = 300;
const options = {
  attempts: 8,
  firstMs: 40,
  longestMs: 320,
  random: Math.random,
  sleep: (ms: number) => setTimeout(ms),
};

async function client(_: unknown, index: number): Promise<string> {
  let attempt = 0;
  return retry(async () => {
    const start = performance.now();
    const ok = start > began + SERVICE_IS_UP_AFTER_MS;
    await setTimeout(10);
    const detail = { attempt: ++attempt, ok };
    performance.measure(`client ${index + 1}`, { start, detail });
    if (!ok) throw new Error('503');
    return `client ${index + 1}: attempt ${attempt}`;
  }, options);
}

const began = performance.now();
const clients = Array.from({ length: 12 }, client);
for (const { status } of await Promise.allSettled(clients)) {
  console.log(status === 'fulfilled' ? 'served' : 'gave up');
}
