// The web process. It answers at once, and sends its e-mails later.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const [first = 1, last = 0] = process.argv.slice(3).map(Number);
const waiting: number[] = []; // in this process's memory

/** A visitor signs up, and is answered: "202 Accepted". */
function signUp(visitor: number): void {
  waiting.push(visitor);
  process.send?.({ answered: visitor });
}

/** Takes its time, as mail servers do. */
async function mail(visitor: number): Promise<void> {
  const start = performance.now();
  performance.mark(`begins ${visitor}`);
  await sleep(30);
  process.send?.({ mail: visitor });
  await once(process, 'message'); // the mail server has accepted it
  performance.measure(`e-mail ${visitor}`, { start });
}

for (let visitor = first; visitor <= last; visitor++) signUp(visitor);
for (const visitor of waiting) await mail(visitor);
process.disconnect();
