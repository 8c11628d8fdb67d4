/** Threads that sit there while somebody outside weighs the browser. */
import { startRun } from '../../../src/sandbox/run.ts';
import { idleThreads } from '../programs.ts';
import { engine } from './engine-runs.ts';

let endLast: (() => Promise<unknown>) | undefined;

/**
 * Ends what is held, then runs a program with that many threads beside its first one, and resolves when all are there.
 * Nothing runs after -1.
 */
export async function holdThreads(threads: number): Promise<void> {
  await endLast?.();
  endLast = undefined;
  if (threads < 0) return;
  const ready = Promise.withResolvers<void>();
  const run = startRun({
    engine,
    program: { files: { 'main.js': idleThreads(threads) }, entry: 'main.js' },
    timeLimitMs: 60_000,
    onState: () => undefined,
    onTrace: () => undefined,
    onOutput: () => ready.resolve(),
  });
  run.outcome.then((outcome) => ready.reject(new Error(`Ended: ${JSON.stringify(outcome)}`)));
  await ready.promise;
  endLast = () => {
    run.stop();
    return run.outcome;
  };
}
