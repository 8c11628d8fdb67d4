// A web server without the web: one event loop, many users, one slow view.
import { setTimeout as sleep } from 'node:timers/promises';
import { compute, inAWorker, inOneGo, inSlices } from './slow-view.ts';

const QUICK_REQUESTS = 24;
const EVERY_MS = 30; // a quick request arrives this often,
const QUICK_MS = 2; // and takes this long to answer
const SLOW_AT_MS = 105; // somebody asks for the slow view: after 3 quick requests, before the 4th

/** A request that arrives `afterMs` from now. Its view begins when the loop is free: then, or later. */
async function request(afterMs: number, view: () => void | Promise<void>) {
  const arrivedAt = performance.now() + afterMs;
  await sleep(afterMs);
  await view();
  return { arrivedAt, answeredAt: performance.now() };
}

/** Serves everybody, and counts how many were answered while the slow view was not ready. */
async function serve(how: string, slowView: () => Promise<void>): Promise<number> {
  performance.mark(how);
  const quickOnes = Array.from({ length: QUICK_REQUESTS }, (_, i) =>
    request((i + 1) * EVERY_MS, () => compute(`request ${i + 1}`, QUICK_MS)),
  );
  const slow = await request(SLOW_AT_MS, slowView);
  const quick = await Promise.all(quickOnes);

  const meanwhile = quick.filter(
    ({ arrivedAt }) => arrivedAt > slow.arrivedAt && arrivedAt < slow.answeredAt,
  );
  const answered = meanwhile.filter(({ answeredAt }) => answeredAt < slow.answeredAt);
  const longestWaitMs = Math.max(
    ...quick.map(({ arrivedAt, answeredAt }) => answeredAt - arrivedAt),
  );
  console.log(
    `${how}: ${answered.length} of ${meanwhile.length} answered meanwhile,`,
    `longest wait about ${Math.round(longestWaitMs)} ms`,
  );
  return answered.length;
}

const answeredMeanwhile = await serve('in one go', inOneGo);
const answeredBetweenSlices = await serve('in slices', inSlices);
const answeredBesideWorker = await serve('in a worker', inAWorker);
performance.mark('result', {
  detail: { answeredMeanwhile, answeredBetweenSlices, answeredBesideWorker },
});
