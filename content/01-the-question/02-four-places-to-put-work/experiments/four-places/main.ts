// An order comes in and its receipt has to be sent: four times,
// each time from another place. Other users come meanwhile.
import { setTimeout as sleep } from 'node:timers/promises';
import { inline, queue, thread, type View, waiting } from './places.ts';
import { hold } from './receipt.ts';

const OTHERS = 20;
const EVERY_MS = 20;
const ORDER_AT_MS = 70;

/** Another user, who arrives `afterMs` from now. Gives the wait. */
async function anotherUser(afterMs: number): Promise<number> {
  const arrivedAt = performance.now() + afterMs;
  await sleep(afterMs);
  hold('another user', 1);
  return performance.now() - arrivedAt;
}

/** True if the customer is answered before the receipt is sent. */
async function order(place: string, view: View): Promise<boolean> {
  performance.mark(place);
  const others = Array.from({ length: OTHERS }, (_, n) => anotherUser((n + 1) * EVERY_MS));

  const events: string[] = [];
  const receipt = Promise.withResolvers<void>();
  await sleep(ORDER_AT_MS);
  const start = performance.now();
  await view(() => {
    events.push('sent');
    receipt.resolve();
  });
  events.push('answered');
  const responseMs = performance.now() - start;
  performance.mark('the customer is answered');

  await receipt.promise;
  const waits = await Promise.all(others);
  console.log(`${place}: ${events.join(', then ')}`);
  console.log(`  response after about ${responseMs.toFixed()} ms`);
  console.log(`  longest wait of the others about ${Math.max(...waits).toFixed()} ms`);
  return events[0] === 'answered';
}

const views = { inline, waiting, thread, queue };
let answeredBeforeSent = 0;
for (const [place, view] of Object.entries(views)) {
  if (await order(place, view)) answeredBeforeSent++;
}
performance.mark('result', { detail: { answeredBeforeSent } });
