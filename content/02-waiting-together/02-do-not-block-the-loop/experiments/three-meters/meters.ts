import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const BEAT_MS = 10;

export async function watch(name: string, job: () => Promise<void>) {
  performance.mark(name);

  // The first meter is ours: a heart that needs the loop to beat.
  let beats = 0;
  let silentMs = 0;
  let lastAt = performance.now();
  const heart = setInterval(() => {
    const now = performance.now();
    performance.measure('heartbeat', { start: lastAt, end: now });
    silentMs = Math.max(silentMs, now - lastAt);
    lastAt = now;
    beats++;
  }, BEAT_MS);

  // The others are built into Node.js: how late is the loop,
  const delay = monitorEventLoopDelay({ resolution: BEAT_MS });
  delay.enable();
  await sleep(50);
  // and for how much of the time has it something to do?
  const before = performance.eventLoopUtilization();
  const start = performance.now();
  beats = 0;

  await job();

  const tookMs = performance.now() - start;
  const { utilization } = performance.eventLoopUtilization(before);
  const seen = { beats };
  await sleep(50); // a beat that is late still counts as silence
  clearInterval(heart);
  delay.disable();

  const lateMs = delay.max / 1e6 - BEAT_MS; // it counts in ns
  console.log(`${name} took about ${tookMs.toFixed()} ms`);
  console.log(`  heart: ${seen.beats} beats, silence ${silentMs.toFixed()} ms`);
  console.log(`  loop: delay ${lateMs.toFixed()} ms, ${percent(utilization)} busy`);
  return seen;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
