// The same twelve requests, four times. Each time the web process
// is killed in the middle and started again. What does it cost?
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { clearAway, noted } from './outside.ts';
import { type Kind, needs, placements, requests } from './shop.ts';

const worker = fork(new URL('worker.ts', import.meta.url));
let taken = 0;
while (taken < requests.length) {
  const web = fork(new URL('web.ts', import.meta.url), [String(taken)]);
  await once(web, 'exit');
  taken = requests.findLastIndex((_, id) => noted(id, 'taken')) + 1;
}
worker.send('close');
await once(worker, 'exit');

/** Promised to the customer, never done, and noticed by nobody. */
const isLost = (id: number, kind: Kind) =>
  needs[kind].mustSurvive && noted(id, 'answered') && !noted(id, 'done');

const row = (cells: readonly unknown[]) =>
  cells
    .map((cell, n) => String(cell).padEnd(n > 0 ? 6 : 18))
    .join('')
    .trimEnd();

let writtenDown = 0;
console.log(row(['', 'waits', 'empty', 'lost', 'written']));
for (const placement of Object.keys(placements)) {
  const costs = { waits: 0, empty: 0, lost: 0, written: 0 };
  for (const [id, request] of requests.entries()) {
    if (request.placement !== placement) continue;
    if (noted(id, 'waits for nothing')) costs.waits++;
    if (noted(id, 'without result')) costs.empty++;
    if (noted(id, 'written')) costs.written++;
    if (isLost(id, request.kind)) costs.lost++;
  }
  console.log(row([placement, ...Object.values(costs)]));
  writtenDown = costs.written;
}
performance.mark('result', { detail: { writtenDown } });
clearAway();
