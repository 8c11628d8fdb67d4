/** What the processes below this one weigh: memory that no other process shares, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';

export const canWeigh = process.platform === 'linux';

export function privateMegabytes(root: number = process.pid): number {
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
