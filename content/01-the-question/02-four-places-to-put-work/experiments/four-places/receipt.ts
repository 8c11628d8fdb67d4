// The job: compute a receipt, then wait for the mail service.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread, parentPort } from 'node:worker_threads';

export const COMPUTE_MS = 150;
export const MAIL_MS = 150;

export async function sendReceipt(): Promise<void> {
  hold('receipt', COMPUTE_MS);
  const start = performance.now();
  await sleep(MAIL_MS); // the thread is free meanwhile
  performance.measure('mail', { start });
}

/** Keeps its thread, as computing does, or a call that blocks. */
export function hold(name: string, ms: number): void {
  const start = performance.now();
  while (performance.now() < start + ms);
  performance.measure(name, { start });
}

if (!isMainThread) {
  await sendReceipt();
  parentPort?.postMessage('sent');
}
