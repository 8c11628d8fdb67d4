// What outlives the processes: files. What happens is noted there.
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Place = 'awaited' | 'not awaited' | 'thread' | 'queue';
export type Step = 'begun' | 'sent' | 'answered';

// One folder for all: a process that is started inherits its name.
process.env['SHOP'] ??= mkdtempSync(join(tmpdir(), 'shop-'));
const folder = process.env['SHOP'];
const log = join(folder, 'log');
export const job = join(folder, 'job');

export function note(place: Place, step: Step): void {
  appendFileSync(log, `${place}: ${step}\n`);
}

/** How often it was noted. */
export function seen(place: Place, step: Step): number {
  appendFileSync(log, '');
  const lines = readFileSync(log, 'utf8').split('\n');
  return lines.filter((line) => line === `${place}: ${step}`).length;
}

export function clearAway(): void {
  rmSync(folder, { recursive: true });
}
