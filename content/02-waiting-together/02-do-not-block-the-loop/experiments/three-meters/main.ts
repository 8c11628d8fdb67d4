// Four jobs, all of them `async`, and each takes about 300 ms.
// Three meters tell what each of them does to everybody else.
import { inAWorker, inSlices, waiting, waitingThenReading } from './jobs.ts';
import { watch } from './meters.ts';

const jobs = { waiting, waitingThenReading, inSlices, inAWorker };

const beats: Record<string, number> = {};
for (const [name, job] of Object.entries(jobs)) {
  performance.mark(name);
  const seen = await watch(job);
  beats[name] = seen.beats;
  console.log(`${name} took about ${seen.tookMs.toFixed()} ms`);
  console.log(`  heart: ${seen.beats} beats, silent for ${seen.silentMs.toFixed()} ms at most`);
  console.log(`  loop: ${seen.delayMs.toFixed()} ms late at most, ${seen.busy} % busy`);
}
performance.mark('result', { detail: { beatsInSlices: beats['inSlices'] ?? 0 } });
