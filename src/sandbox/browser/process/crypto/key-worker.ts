/** A thread of the pool: it does one job after the other. */
import workerThreads from '../builtins/worker-threads.ts';
import { compute, type KeyJob } from './key-jobs.ts';

/** The derived key, or the words of what went wrong. */
export type KeyAnswer = Uint8Array | { readonly failed: string };

export function serveKeyJobs(): void {
  const port = workerThreads.parentPort;
  port?.addEventListener('message', ({ data }) => port.postMessage(answerTo(data as KeyJob)));
  port?.start();
}

function answerTo(job: KeyJob): KeyAnswer {
  try {
    return compute(job);
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
