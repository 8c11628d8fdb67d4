// Puts ten jobs into the queue, is the mail server, and kills.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openQueue } from './queue.ts';

const JOBS = 10;
const KILL_AT = 6; // at this job, once:
const KILL: 'before' | 'after' = 'after'; // it has its effect

const folder = mkdtempSync(join(tmpdir(), 'queue-'));
const journal = join(folder, 'journal');
const queue = openQueue(journal);
for (let job = 1; job <= JOBS; job++) queue.put(job);

const mailed: number[] = [];
let killed = false;

/** One life of the worker. The mail server outlives it. */
async function live(life: string) {
  const args = [`${life} life`, journal];
  const worker = fork(new URL('worker.ts', import.meta.url), args);
  worker.on('message', (job: number) => {
    const kill = job === KILL_AT && !killed;
    if (!kill || KILL === 'after') mailed.push(job); // the effect
    if (kill) killed = worker.kill('SIGKILL');
    else worker.send('accepted');
  });
  const [code, signal] = await once(worker, 'exit');
  console.log(`${life} life: ended by ${signal ?? `itself, ${code}`}`);
}

await live('first');
await live('second');
rmSync(folder, { recursive: true });

const counts = Array.from({ length: JOBS }, (_, index) => {
  return mailed.filter((job) => job === index + 1).length;
});
const digits = counts.join('');
console.log(`killed ${KILL} the effect of job ${KILL_AT}`);
console.log(`e-mails of jobs 1 to ${JOBS}: ${digits}`);
performance.mark('result', { detail: { digits } });
