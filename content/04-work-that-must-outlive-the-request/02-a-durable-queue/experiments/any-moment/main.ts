// Nobody chooses the moment of a kill. Here a coin does.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openQueue } from './queue.ts';

const KILL_AT = 2; // of three jobs, once
const KILL = Math.random() < 0.5 ? 'before' : 'after'; // its effect

/** How many e-mails of that job are sent when this is over? */
async function run(ack: 'early' | 'late'): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'queue-'));
  const journal = join(folder, 'journal');
  const queue = openQueue(journal);
  for (const job of [1, 2, 3]) queue.put(job);

  const mailed: number[] = [];
  let killed = false;
  for (const life of ['first life', 'second life']) {
    const args = [ack, life, journal];
    const worker = fork(new URL('worker.ts', import.meta.url), args);
    worker.on('message', (job: number) => {
      const kill = job === KILL_AT && !killed;
      if (!kill || KILL === 'after') mailed.push(job);
      if (kill) killed = worker.kill('SIGKILL');
      else worker.send('accepted');
    });
    await once(worker, 'exit');
  }
  rmSync(folder, { recursive: true });
  return mailed.filter((job) => job === KILL_AT).length;
}

const early = await run('early');
const late = await run('late');
const emails = `early ${early}, late ${late}`;
const right = [early, late].filter((count) => count === 1).length;
console.log(`killed ${KILL} the effect; e-mails of that job: ${emails}`);
performance.mark('result', { detail: { emails, right } });
