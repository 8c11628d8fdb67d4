/** The performance timeline of a thread, and who is told of what is put on it. */
import type { PerformanceEntry } from './performance-entry.ts';

/** A program that marks for ever must not fill the memory; Node keeps all, and warns. */
const MAX_ENTRIES = 1_000_000;

type Listener = (entry: PerformanceEntry) => void;
const listeners = new Set<Listener>();
export const timeline: PerformanceEntry[] = [];

export function keep<Entry extends PerformanceEntry>(entry: Entry): Entry {
  if (timeline.length < MAX_ENTRIES) timeline.push(entry);
  tell(entry);
  return entry;
}

/** For an entry that is not kept. */
export function tell(entry: PerformanceEntry): void {
  for (const listener of listeners) listener(entry);
}

export function listen(listener: Listener): void {
  listeners.add(listener);
}
export function unlisten(listener: Listener): void {
  listeners.delete(listener);
}

export function clear(entryType: string, name?: string): void {
  const kept = timeline.filter(
    (entry) => entry.entryType !== entryType || (name !== undefined && entry.name !== name),
  );
  timeline.length = 0;
  for (const entry of kept) timeline.push(entry);
}
