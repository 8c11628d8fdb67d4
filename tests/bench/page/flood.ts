/** An endless `console.log`, shown in the page's output, and what that does to the page's frames. */
import type { OutputLog } from '../../../src/elements/output-log.ts';
import '../../../src/elements/output-log.ts';
import { startRun } from '../../../src/sandbox/run.ts';
import { flood } from '../programs.ts';
import { engine } from './engine-runs.ts';

export interface FloodFigures {
  readonly linesPerSecond: number;
  readonly longestGapMs: number;
  /** Of the same page at rest, just before. */
  readonly longestGapAtRestMs: number;
}

export async function floodPage(lastsMs: number): Promise<FloodFigures> {
  const log = document.querySelector<OutputLog>('output-log');
  if (!log) throw new Error('The page has no output.');
  const longestGapAtRestMs = await longestGap(lastsMs);
  let lines = 0;
  const begun = Promise.withResolvers<void>();
  const run = startRun({
    engine,
    program: { files: { 'main.js': flood }, entry: 'main.js' },
    timeLimitMs: 60_000,
    onState: () => undefined,
    onTrace: () => undefined,
    onOutput(events) {
      begun.resolve();
      for (const { text } of events) lines += text.split('\n').length - 1;
      log.print(events);
    },
  });
  await begun.promise;
  lines = 0;
  const began = performance.now();
  const longestGapMs = await longestGap(lastsMs);
  const linesPerSecond = (lines * 1000) / (performance.now() - began);
  run.stop();
  await run.outcome;
  log.clear();
  return { linesPerSecond, longestGapMs, longestGapAtRestMs };
}

/** The longest time between two animation frames, in milliseconds. */
async function longestGap(lastsMs: number): Promise<number> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const began = await frame();
  let last = began;
  let longest = 0;
  while (last - began < lastsMs) {
    const now = await frame();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
}
