/** Runs on the browser engine, as a panel makes them. */
import { createBrowserEngine } from '../../../src/sandbox/browser/engine.ts';
import type { Engine } from '../../../src/sandbox/engine.ts';
import { keepingSandbox } from '../../../src/sandbox/kept-sandbox.ts';
import { startRun } from '../../../src/sandbox/run.ts';

export const engine = keepingSandbox(createBrowserEngine());

interface Ran {
  /** Milliseconds from the press of Run to the first output. */
  readonly firstMs: number;
  readonly stdout: string;
}

export async function runOnEngine(program: string, on: Engine = engine): Promise<Ran> {
  const began = performance.now();
  let firstMs = Number.NaN;
  let stdout = '';
  let stderr = '';
  const run = startRun({
    engine: on,
    program: { files: { 'main.js': program }, entry: 'main.js' },
    timeLimitMs: 60_000,
    onState: () => undefined,
    onTrace: () => undefined,
    onOutput(events) {
      if (Number.isNaN(firstMs)) firstMs = performance.now() - began;
      for (const { stream, text } of events) {
        if (stream === 'stdout') stdout += text;
        else stderr += text;
      }
    },
  });
  const outcome = await run.outcome;
  if (outcome.type !== 'exited' || outcome.code !== 0) {
    throw new Error(`The program ended as ${JSON.stringify(outcome)}: ${stderr}`);
  }
  return { firstMs, stdout };
}

/** With the sandbox booted and at rest, as it is when a reader presses Run. */
export const startWarm = async (program: string): Promise<number> =>
  (await runOnEngine(program)).firstMs;

/** With a sandbox that is yet to be booted. */
export async function startCold(program: string): Promise<number> {
  const cold = keepingSandbox(createBrowserEngine());
  const { firstMs } = await runOnEngine(program, cold);
  const sandbox = await cold.boot({
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  await sandbox.dispose();
  return firstMs;
}

/** The numbers that a program prints, one a line. */
export async function programNumbers(program: string): Promise<number[]> {
  const { stdout } = await runOnEngine(program);
  return stdout.trim().split('\n').map(Number);
}
