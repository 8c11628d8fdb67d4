import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const BEAT_MS = 10;

export async function watch(job: () => Promise<void>) {
  // The first meter is ours: a heart that needs the loop for each beat.
  let beats = 0;
  let silentMs = 0;
  let lastAt = performance.now();
  const heart = setInterval(() => {
    const now = performance.now();
    silentMs = Math.max(silentMs, now - lastAt);
    lastAt = now;
    beats++;
    performance.measure('beat', { start: now });
  }, BEAT_MS);

  // The other two are built into Node.js: how late is the loop,
  const delay = monitorEventLoopDelay({ resolution: BEAT_MS });
  delay.enable();
  await sleep(50);
  // and how much of its time is it busy?
  const before = performance.eventLoopUtilization();
  const start = performance.now();
  beats = 0;

  await job();

  const seen = {
    beats,
    tookMs: performance.now() - start,
    busy: Math.round(performance.eventLoopUtilization(before).utilization * 100),
  };
  await sleep(50); // a beat that is late still counts as silence
  clearInterval(heart);
  delay.disable();
  return { ...seen, silentMs, delayMs: delay.max / 1e6 - BEAT_MS };
}
