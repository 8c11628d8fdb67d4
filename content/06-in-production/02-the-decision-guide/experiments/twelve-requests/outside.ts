// What outlives the processes: files.
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { requests } from './shop.ts';

// One folder for all: a process that is started inherits its name.
process.env['SHOP'] ??= mkdtempSync(join(tmpdir(), 'shop-'));
const folder = process.env['SHOP'];
const log = join(folder, 'log');
const job = /^job (\d+)$/;

/** `id` is the place of a request among all. */
export function note(id: number, what: string): void {
  appendFileSync(log, `${id} ${what}\n`);
}
export function noted(id: number, what: string): boolean {
  return readFileSync(log, 'utf8').includes(`\n${id} ${what}\n`);
}

export const writeJob = (id: number) => writeFileSync(join(folder, `job ${id}`), '');
export const tickOff = (id: number) => rmSync(join(folder, `job ${id}`));
export function nextJob(): number | undefined {
  const ids = readdirSync(folder).flatMap((file) => job.exec(file)?.[1] ?? []);
  return ids.map(Number).sort((a, b) => a - b)[0];
}

/** The job itself: a service that takes its time. */
export async function work(id: number): Promise<void> {
  const start = performance.now();
  await sleep(15);
  note(id, 'done');
  const { kind, number } = requests[id] ?? { kind: 'price', number: 0 };
  performance.measure(`${kind} ${number}`, { start });
}

export const clearAway = () => rmSync(folder, { recursive: true });
appendFileSync(log, '\n');
