/** What the browser's processes weigh with a program in them. */
import type { Bench } from './bench.ts';
import { canWeigh, privateMegabytes } from './browser-memory.ts';

const THREADS = 8;
const SETTLE_MS = 1500;

export const bench: Bench = {
  name: 'memory',
  async measure({ page, rounds }) {
    if (!canWeigh) return [];
    const perProcess: number[] = [];
    const perThread: number[] = [];
    const weighed = async (threads: number) => {
      await page.evaluate((count) => inPage.holdThreads(count), threads);
      await page.waitForTimeout(SETTLE_MS);
      return privateMegabytes();
    };
    await weighed(THREADS);
    for (let round = 0; round < Math.ceil(rounds / 3); round++) {
      const none = await weighed(-1);
      const one = await weighed(0);
      const many = await weighed(THREADS);
      perProcess.push(one - none);
      perThread.push((many - one) / THREADS);
    }
    await weighed(-1);
    return [
      { what: 'memory of a process, beside the waiting worker', unit: 'MB', samples: perProcess },
      { what: `memory of a thread, of ${THREADS} at once`, unit: 'MB', samples: perThread },
    ];
  },
};
