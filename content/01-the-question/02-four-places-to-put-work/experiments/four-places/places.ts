// Four places for the job. What a view awaits, its user awaits.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { COMPUTE_MS, hold, MAIL_MS, sendReceipt } from './receipt.ts';

export type View = (sent: () => void) => void | Promise<void>;

/** Here and now. The thread is held while it waits, too. */
export const inline: View = (sent) => {
  hold('receipt', COMPUTE_MS);
  hold('mail', MAIL_MS);
  sent();
};

/** Here, but the thread serves others while the job waits. */
export const waiting: View = async (sent) => {
  await sendReceipt();
  sent();
};

/** On a second thread, and the view goes on at once. */
export const thread: View = (sent) => {
  const worker = new Worker(new URL('receipt.ts', import.meta.url));
  worker.once('message', sent);
};

/** Written down. A process of its own looks for such files. */
export const queue: View = (sent) => {
  writeFileSync(join(jobs, 'order 4'), 'a receipt for order 4');
  queueWorker.once('message', sent);
};

const jobs = mkdtempSync(join(tmpdir(), 'jobs-'));
const queueWorker = fork(new URL('queue-worker.ts', import.meta.url), [jobs]);
queueWorker.once('exit', () => rmSync(jobs, { recursive: true }));
await once(queueWorker, 'message'); // it is there, and looks
