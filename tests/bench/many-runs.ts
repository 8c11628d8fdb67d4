/** Whether 200 runs in a row leave something behind: what page and host hold early on, and at the end. */
import type { Bench, BenchContext, Row } from './bench.ts';
import { canWeigh, privateMegabytes } from './browser-memory.ts';
import { withThread } from './programs.ts';

const RUNS = 200;
const EARLY_RUNS = 20;
const SETTLE_MS = 3000;

export const bench: Bench = {
  name: 'many-runs',
  async measure(context) {
    // Only Chromium collects garbage when it is asked to.
    if (!canWeigh || context.browserName !== 'chromium') return [];
    const { page } = context;
    const run = async (times: number) => {
      for (let i = 0; i < times; i++) {
        await page.evaluate((program) => inPage.startWarm(program), withThread(`${i}`));
      }
    };
    await run(EARLY_RUNS);
    const early = await held(context);
    await run(RUNS - EARLY_RUNS);
    const late = await held(context);
    const compared = (what: string, unit: string, before: number, after: number): Row[] => [
      { what: `${what} after ${EARLY_RUNS} runs`, unit, samples: [before] },
      {
        what: `${what} after ${RUNS} runs`,
        unit,
        samples: [after],
        ratios: [{ to: `after ${EARLY_RUNS}`, value: after / before }],
      },
    ];
    return [
      ...compared('objects of page and host', 'MB', early.heap, late.heap),
      ...compared('listeners of page and host', '', early.listeners, late.listeners),
      ...compared('memory of the browser', 'MB', early.all, late.all),
    ];
  },
};

/** After the garbage was collected, in the page and in the sandbox's frame. */
async function held({ page, context }: BenchContext) {
  let heap = 0;
  let listeners = 0;
  // A frame that shares the page's process has no session of its own, and is counted with it.
  for (const target of [page, ...page.frames().slice(1)]) {
    const session = await context.newCDPSession(target).catch(() => undefined);
    if (!session) continue;
    await session.send('HeapProfiler.collectGarbage');
    heap += (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
    listeners += (await session.send('Memory.getDOMCounters')).jsEventListeners;
    await session.detach();
  }
  await page.waitForTimeout(SETTLE_MS);
  return { heap, listeners, all: privateMegabytes() };
}
