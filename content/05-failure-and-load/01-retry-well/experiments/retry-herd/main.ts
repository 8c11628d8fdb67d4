// A service is down, and comes back. Twenty clients need it,
// each of them once. What they do about a failure is up to them.
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from './random.ts';
import * as waits from './waits.ts';

const CLIENTS = 20;
const DOWN_MS = 490;
const ROOM = 4; // served at once; the others get a 503
const CALL_MS = 40; // what a call takes, whatever its answer
const MOST_ATTEMPTS = 30;

async function outage(how: string, wait: waits.Wait) {
  performance.mark(how);
  const random = seededRandom(1);
  let calls = 0;
  let mostAtOnce = 0;
  let turnedAway = 0;
  let isUp = false;
  let calling = 0;
  let serving = 0;

  async function call(): Promise<boolean> {
    calls++;
    calling++;
    const ok = isUp && serving < ROOM;
    if (ok) serving++;
    if (isUp && !ok) turnedAway++;
    if (isUp) mostAtOnce = Math.max(mostAtOnce, calling);
    await sleep(CALL_MS);
    calling--;
    if (ok) serving--;
    return ok;
  }

  async function client(_: unknown, index: number): Promise<void> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const start = performance.now();
      const ok = await call();
      const detail = { attempt, ok };
      performance.measure(`client ${index + 1}`, { start, detail });
      if (ok) return;
      await sleep(wait(attempt, random));
    }
  }

  setTimeout(() => {
    isUp = true;
    performance.mark('up again');
  }, DOWN_MS);
  await Promise.all(Array.from({ length: CLIENTS }, client));

  console.log(`${how}: ${calls} calls`);
  console.log(`  once it is up: at most ${mostAtOnce} at once,`);
  console.log(`  ${turnedAway} turned away`);
  return turnedAway;
}

const turnedAwayFixed = await outage('fixed delay', waits.fixedDelay);
const turnedAwayBackoff = await outage('backoff', waits.backoff);
const turnedAwayJitter = await outage('full jitter', waits.fullJitter);
performance.mark('result', {
  detail: { turnedAwayFixed, turnedAwayBackoff, turnedAwayJitter },
});
