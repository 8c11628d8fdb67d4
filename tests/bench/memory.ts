/** What the browser's processes weigh with a program in them: memory that no other process shares, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Bench } from './bench.ts';

const THREADS = 8;
const SETTLE_MS = 1500;

export const bench: Bench = {
  name: 'memory',
  async measure({ page, rounds }) {
    if (process.platform !== 'linux') return [];
    const perProcess: number[] = [];
    const perThread: number[] = [];
    const weighed = async (threads: number) => {
      await page.evaluate((count) => inPage.holdThreads(count), threads);
      await page.waitForTimeout(SETTLE_MS);
      return privateMegabytes(process.pid);
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

/** Of all processes below this one. */
function privateMegabytes(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = /^PPid:\s*(\d+)/m.exec(read(`/proc/${name}/status`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0;
    return parent === root || (parent > 1 && isBelow(parent));
  };
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    if (!isBelow(pid)) continue;
    const text = read(`/proc/${pid}/smaps_rollup`);
    for (const [, size] of text.matchAll(/^Private_(?:Clean|Dirty):\s*(\d+) kB/gm))
      kilobytes += Number(size);
  }
  return kilobytes / 1024;
}

/** A process may be gone by the time that it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
