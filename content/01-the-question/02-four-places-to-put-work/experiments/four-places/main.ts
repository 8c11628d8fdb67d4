// An order comes in and its receipt has to be sent: four times,
// each time from another place. Other users come meanwhile.
import { setTimeout as sleep } from 'node:timers/promises';
import { inline, queue, thread, type View, waiting } from './places.ts';
import { hold } from './receipt.ts';

const OTHERS = 20;
const EVERY_MS = 20;
const ORDER_AT_MS = 70;

/** Another user, who arrives after so long. Gives the wait. */
async function anotherUser(afterMs: number): Promise<number> {
  const arrivedAt = performance.now() + afterMs;
  await sleep(afterMs);
  hold('another user', 1);
  return performance.now() - arrivedAt;
}

/** Tells if the customer is answered before it is sent. */
async function order(place: string, view: View) {
  performance.mark(place);
  const others = [];
  for (let n = 1; n <= OTHERS; n++) {
    others.push(anotherUser(n * EVERY_MS));
  }

  const events: string[] = [];
  const receipt = Promise.withResolvers<void>();
  await sleep(ORDER_AT_MS);
  const start = performance.now();
  await view(() => {
    events.push('sent');
    receipt.resolve();
  });
  events.push('answered');
  const { duration } = performance.measure('the customer waits', { start });

  await receipt.promise;
  const longestMs = Math.max(...(await Promise.all(others)));
  console.log(`${place}: ${events.join(', then ')}`);
  console.log(`  the customer waits about ${duration.toFixed()} ms`);
  console.log(`  another user at most about ${longestMs.toFixed()} ms`);
  return events[0] === 'answered';
}

const places = { inline, waiting, thread, queue };
let answeredBeforeSent = 0;
for (const [place, view] of Object.entries(places)) {
  if (await order(place, view)) answeredBeforeSent++;
}
performance.mark('result', { detail: { answeredBeforeSent } });
