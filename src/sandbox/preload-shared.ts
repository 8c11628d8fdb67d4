/**
 * What the preloads of a process's threads keep in common, in shared memory: how many events have been reported, how
 * many messages were broadcast, and where ports went that were sent from thread to thread. Without shared memory each
 * thread keeps its own: then a port that came from another thread is not known.
 *
 *     Int32: [0] events  [1] next record  [8…71] broadcasts by name  [72…] records of seven numbers
 */
import { memory } from './preload-lane.ts';

/** Marks, measures, messages and timers of all threads of a process together; of one thread where it counts alone. */
const MAX_EVENTS = memory ? 20_000 : 5_000;
const EVENTS = 0;
const NEXT_RECORD = 1;
const BROADCASTS = 8;
const BROADCAST_NAMES = 64;
const RECORDS = BROADCASTS + BROADCAST_NAMES;
const RECORD_LENGTH = 7;
const MAX_RECORDS = 512;

const shared = new Int32Array(memory ?? new ArrayBuffer(32 * 1024));

/** Whether one more event may be reported. */
export function takePlace(): boolean {
  // Read first: a count that went up for ever would begin again one day.
  return Atomics.load(shared, EVENTS) < MAX_EVENTS && Atomics.add(shared, EVENTS, 1) < MAX_EVENTS;
}

/** Of a channel with this name: how many messages have been broadcast so far. Names may share a count. */
export function broadcasts(name: string): number {
  return Atomics.load(shared, broadcastPlace(name));
}
/** The number of the next one, from 1. */
export function nextBroadcast(name: string): number {
  return Atomics.add(shared, broadcastPlace(name), 1) + 1;
}
function broadcastPlace(name: string): number {
  return BROADCASTS + ((hash(name) >>> 1) % BROADCAST_NAMES);
}

/** One end of a channel, as it is handed over: made as the `number`-th by a thread, with what has passed it. */
export interface PortFacts {
  readonly thread: number;
  readonly number: number;
  readonly end: 0 | 1;
  readonly sent: number;
  readonly received: number;
}

/** Notes which port goes along with a message or a new thread, as the `index`-th of its ports. */
export function notePort(carrier: string, index: number, facts: PortFacts): void {
  if (!memory) return;
  const at = place(Atomics.add(shared, NEXT_RECORD, 1));
  const { thread, number, end, sent, received } = facts;
  Atomics.store(shared, at, 0);
  shared.set([index, thread, number * 2 + end, sent, received], at + 1);
  Atomics.store(shared, at, hash(carrier));
}

/** The port that came along; none where it is too long ago, or where nothing can be known. */
export function findPort(carrier: string, index: number): PortFacts | undefined {
  if (!memory) return undefined;
  const wanted = hash(carrier);
  const next = Atomics.load(shared, NEXT_RECORD);
  for (let record = next - 1; record >= Math.max(0, next - MAX_RECORDS); record--) {
    const at = place(record);
    if (Atomics.load(shared, at) !== wanted || shared[at + 1] !== index) continue;
    const [thread = 0, numberAndEnd = 0, sent = 0, received = 0] = shared.subarray(at + 2, at + 6);
    const end = numberAndEnd % 2 === 0 ? 0 : 1;
    return { thread, number: Math.floor(numberAndEnd / 2), end, sent, received };
  }
  return undefined;
}

function place(record: number): number {
  return RECORDS + (record % MAX_RECORDS) * RECORD_LENGTH;
}

/** FNV-1a, never 0. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value || 1;
}
