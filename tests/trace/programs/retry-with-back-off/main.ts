// A service is down for a while. Three callers try again, and wait twice as long each time.
import { setTimeout as sleep } from 'node:timers/promises';

const DOWN_MS = 500;
const CALL_MS = 70;
const began = performance.now();

async function call(name: string, firstWaitMs: number): Promise<void> {
  for (let attempt = 1, waitMs = firstWaitMs; ; attempt++, waitMs *= 2) {
    const start = performance.now();
    await sleep(CALL_MS);
    const ok = start - began > DOWN_MS;
    performance.measure(name, { start, detail: { attempt, ok } });
    if (ok) return;
    const failed = performance.now();
    await sleep(waitMs);
    performance.measure(name, { start: failed, detail: { waiting: true } });
  }
}

await Promise.all([call('call A', 30), call('call B', 50), call('call C', 75)]);
performance.mark('all answered');
