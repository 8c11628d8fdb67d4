// One user asks for the product page; the others keep coming.
import { setTimeout as sleep } from 'node:timers/promises';
import { compute, oneByOne, thenComputing, together } from './views.ts';

const OTHERS = 20;
const EVERY_MS = 30; // another user arrives this often,
const QUICK_MS = 2; // and takes this long to answer
const PAGE_AT_MS = 75; // then somebody asks for the page
const LAST_MS = 10; // who comes in its last moment is not counted

/** Arrives `afterMs` from now. Begins when the loop is free. */
async function request(afterMs: number, view: () => unknown) {
  const arrivedAt = performance.now() + afterMs;
  await sleep(afterMs);
  await view();
  return { arrivedAt, answeredAt: performance.now() };
}

/** Serves all; counts who had to wait for the page. */
async function serve(how: string, view: () => Promise<void>) {
  performance.mark(how);
  const quick = Array.from({ length: OTHERS }, (_, n) =>
    request((n + 1) * EVERY_MS, () => compute(`other ${n + 1}`, QUICK_MS)),
  );
  const page = await request(PAGE_AT_MS, view);
  const meanwhile = (await Promise.all(quick))
    .filter(({ arrivedAt }) => arrivedAt > page.arrivedAt)
    .filter(({ arrivedAt }) => arrivedAt < page.answeredAt - LAST_MS);
  const kept = meanwhile.filter(({ answeredAt }) => answeredAt > page.answeredAt).length;
  const ms = Math.round(page.answeredAt - page.arrivedAt);
  console.log(`${how}: the page after about ${ms} ms`);
  console.log(`  ${kept} of ${meanwhile.length} others had to wait for it`);
  return { ms, kept };
}

const one = await serve('one by one', oneByOne);
const all = await serve('together', together);
const last = await serve('together, then computing', thenComputing);

const sooner = [
  ...(all.ms < 0.75 * one.ms ? ['the page'] : []),
  ...(all.kept + 1 < one.kept ? ['the others'] : []),
];
performance.mark('result', {
  detail: {
    soonerTogether: sooner.join(' and ') || 'nobody',
    keptByComputing: last.kept,
  },
});
