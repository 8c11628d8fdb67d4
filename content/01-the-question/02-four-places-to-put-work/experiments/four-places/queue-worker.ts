// Looks for jobs that are written down, and does them.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendReceipt } from './receipt.ts';

const jobs = process.argv[2] ?? '';
process.send?.('ready');

let job: string | undefined;
while (job === undefined) {
  await sleep(5);
  job = readdirSync(jobs)[0];
}
await sendReceipt();
rmSync(join(jobs, job)); // done: ticked off
process.send?.('sent');
process.disconnect();
