// Four orders are taken. While their receipts are made, the plug
// is pulled. Then everything is started again, as after a deploy.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { clearAway, seen } from './outside.ts';
import { PULLED_WHEN } from './receipt.ts';

const places = ['awaited', 'not awaited', 'thread', 'queue'] as const;

const web = start('web.ts');
const worker = start('worker.ts');
for (const place of places) {
  web.send(place);
  while (!seen(place, PULLED_WHEN)) await sleep(5);
}
for (const each of [web, worker]) {
  each.kill('SIGKILL');
  await once(each, 'exit');
}

performance.mark('all is started again');
for (const each of [start('web.ts'), start('worker.ts')]) {
  each.send('close');
  await once(each, 'exit');
}

let receiptsSent = 0;
for (const place of places) {
  const customer = seen(place, 'answered') ? 'answered' : 'cut off';
  const sent = seen(place, 'sent');
  console.log(`${place}: customer ${customer}, sent: ${sent}`);
  receiptsSent += sent;
}
performance.mark('result', { detail: { receiptsSent } });
clearAway();

function start(file: string) {
  return fork(new URL(file, import.meta.url));
}
