// The web process: takes requests until it is killed.
import { setTimeout as sleep } from 'node:timers/promises';
import { note, work, writeJob } from './outside.ts';
import { KILLED_AFTER, needs, placements, type Request, requests } from './shop.ts';

async function view(id: number, { placement, kind }: Request) {
  const place = placements[placement]?.(needs[kind]);
  if (place === 'view') {
    if (!needs[kind].inResponse) note(id, 'waits for nothing');
    await work(id);
  } else {
    if (needs[kind].inResponse) note(id, 'without result');
    if (place === 'queue') {
      writeJob(id);
      note(id, 'written');
    } else work(id); // goes on by itself
  }
  note(id, 'answered');
}

const taken = Number(process.argv[2]);
for (const [id, request] of requests.entries()) {
  if (id < taken) continue;
  if (request.number === 1) performance.mark(request.placement);
  note(id, 'taken');
  view(id, request); // and the next one need not wait for it
  if (request.number === KILLED_AFTER) process.kill(process.pid, 'SIGKILL');
  await sleep(10);
}
