// A web server without the web: many users, one slow view.
import { setTimeout as sleep } from 'node:timers/promises';
import { compute, inAWorker, inOneGo, inSlices } from './slow-view.ts';

const QUICK_REQUESTS = 24;
const EVERY_MS = 30; // a quick request arrives this often,
const QUICK_MS = 2; // and takes this long to answer
const SLOW_AT_MS = 105; // then somebody asks for the slow view

type View = () => void | Promise<void>;

/** Arrives `afterMs` from now. Begins when the loop is free. */
async function request(afterMs: number, view: View) {
  const arrivedAt = performance.now() + afterMs;
  await sleep(afterMs);
  await view();
  return { arrivedAt, answeredAt: performance.now() };
}

/** Serves all; counts who was answered before the slow view. */
async function serve(how: string, slowView: View) {
  performance.mark(how);
  const others = Array.from({ length: QUICK_REQUESTS }, (_, n) => {
    const view = () => compute(`request ${n + 1}`, QUICK_MS);
    return request((n + 1) * EVERY_MS, view);
  });
  const slow = await request(SLOW_AT_MS, slowView);
  const quick = await Promise.all(others);

  const meanwhile = quick
    .filter(({ arrivedAt }) => arrivedAt > slow.arrivedAt)
    .filter(({ arrivedAt }) => arrivedAt < slow.answeredAt);
  const inTime = meanwhile.filter((one) => one.answeredAt < slow.answeredAt);
  console.log(`${how}: ${inTime.length} of ${meanwhile.length} answered meanwhile`);

  const waitsMs = quick.map((one) => one.answeredAt - one.arrivedAt);
  console.log(`  longest wait about ${Math.round(Math.max(...waitsMs))} ms`);
  return inTime.length;
}

const answeredMeanwhile = await serve('in one go', inOneGo);
const answeredBetweenSlices = await serve('in slices', inSlices);
const answeredBesideWorker = await serve('in a worker', inAWorker);
performance.mark('result', {
  detail: { answeredMeanwhile, answeredBetweenSlices, answeredBesideWorker },
});
