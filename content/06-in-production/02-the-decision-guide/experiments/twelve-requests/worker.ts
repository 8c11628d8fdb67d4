// The queue's worker process: does what is written down.
import { setTimeout as sleep } from 'node:timers/promises';
import { nextJob, tickOff, work } from './outside.ts';

let isOpen = true;
process.once('message', () => {
  isOpen = false;
});
for (let id = nextJob(); isOpen || id !== undefined; id = nextJob()) {
  if (id === undefined) await sleep(5);
  else {
    await work(id);
    tickOff(id); // after it was done
  }
}
process.disconnect();
