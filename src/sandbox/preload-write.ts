/** Writes events, and no more of them than somebody can look at. */
import type { Detail, TraceEvent } from '../trace/trace-event.ts';
import { writeSync } from './preload-files.ts';
import { began, lane } from './preload-lane.ts';
import { takePlace } from './preload-shared.ts';

/** What threads and loops do by themselves needs no more; more is a program that starts threads in a loop. */
const MAX_OWN = 2_000;
/** Writes to a pipe are not torn apart by those of other threads up to 4096 bytes; these bounds keep below. */
const MAX_TEXT = 120;
const MAX_DETAIL_KEYS = 12;
const MAX_DETAIL_CHARACTERS = 1_000;

const { performance } = globalThis;
const clock = performance.now.bind(performance);
const behind = performance.timeOrigin - began;

/** From a time of this thread's `performance` to one of the run, in microsecond steps. */
export function sinceBegin(time: number): number {
  return rounded(behind + time);
}
export function now(): number {
  return rounded(behind + clock());
}
export function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
/** Short enough for an event. */
export function short(text: string): string {
  return text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
}

/** Writes an event at once, past the event loop, so that it is seen while the loop is blocked. Never throws. */
function write(event: TraceEvent): void {
  const sequence = `\x1b]7771;${JSON.stringify(event)}\x07`;
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      writeSync(1, sequence);
      return;
    } catch (error) {
      // A full pipe says "try again". Anything else, such as a reader that has gone, is none of the program's business.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

let own = 0;
let dropped = 0;
let toldDropped = 0;

/** For what the program is about, or what comes by itself and seldom. */
export function emit(event: TraceEvent): void {
  write(event);
}

/** For what a program can make happen without doing much, such as starting threads. */
export function emitOwn(event: TraceEvent): void {
  own++;
  if (own <= MAX_OWN) write(event);
  else dropped++;
}

/** For events whose number is up to the program. Those beyond the bound are counted. */
export function emitCounted(event: TraceEvent): void {
  if (takePlace()) write(event);
  else dropped++;
}

/** Says how many are missing, where that is news. */
export function tellDropped(): void {
  if (dropped === toldDropped) return;
  toldDropped = dropped;
  write({ type: 'dropped', lane, count: dropped, at: now() });
}

/** Of a detail that is a plain object, what fits: its first keys with short, primitive values. */
export function detailOf(value: unknown): { detail?: Detail } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const detail: Record<string, string | number | boolean | null> = {};
  let characters = 0;
  for (const [key, part] of Object.entries(value).slice(0, MAX_DETAIL_KEYS)) {
    const kept = typeof part === 'string' ? short(part) : part;
    const fits =
      kept === null ||
      typeof kept === 'string' ||
      typeof kept === 'boolean' ||
      Number.isFinite(kept);
    characters += key.length + String(kept).length;
    if (fits && characters <= MAX_DETAIL_CHARACTERS) detail[key] = kept;
  }
  return { detail };
}
