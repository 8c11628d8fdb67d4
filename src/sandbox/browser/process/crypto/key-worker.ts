/** A thread of the pool: it does one job after the other. */
import { thread } from '../thread.ts';
import { compute, type KeyJob } from './key-jobs.ts';

interface NodePort {
  on(event: 'message', listener: (job: KeyJob) => void): void;
  postMessage(answer: KeyAnswer): void;
}

/** The derived key, or the words of what went wrong. */
export type KeyAnswer = Uint8Array | { readonly failed: string };

export function serveKeyJobs(): void {
  // Given Node's manners when the thread began.
  const port = thread().parent?.port as unknown as NodePort;
  port.on('message', (job) => port.postMessage(answerTo(job)));
}

export function answerTo(job: KeyJob): KeyAnswer {
  try {
    return compute(job);
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
