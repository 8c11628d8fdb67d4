/**
 * What makes a run visible: `node --import ./trace-preload.ts main.ts`, or the same in the embedded engine.
 *
 * The lesson's own code uses nothing but the standard `performance.mark` and `performance.measure`.
 * This file, loaded before it in every thread, reports them together with what happens to the threads,
 * each event (see `trace/trace-event.ts`) as one escape sequence on standard output that no terminal shows:
 *
 *     ESC ] 7771 ; {"type":"blocked","lane":"main","at":112.9,"durationMs":604.2} BEL
 *
 * Without the preload a program prints its own output and nothing else.
 *
 * Times are milliseconds since the run began. The environment variable TRACE_ORIGIN says when that was, in
 * milliseconds of the Unix epoch (`performance.timeOrigin + performance.now()` of whoever started the run);
 * workers and forked processes inherit it. Without it the run began with the process: Node gives all threads
 * of a process one `performance.timeOrigin`. An engine whose threads have origins of their own must set it.
 *
 * It has to stand alone: erasable types only, and no imports but those that both engines have.
 */
import { writeSync } from 'node:fs';
import * as threads from 'node:worker_threads';
import type { Detail, TraceEvent } from '../trace/trace-event.ts';

/** How often the loop is asked whether it still turns. */
const STEP_MS = 10;
/** Shorter blocks are everyday life. Browsers draw the same line for their long tasks. */
const BLOCKED_MS = 50;
/** A thread that is free says so this often; one that does not is blocked, which can be seen while it lasts. */
const SIGN_MS = 100;
/** A program that marks in a loop must not drown its own output: marks, measures and messages, for each thread. */
const MAX_EVENTS = 5_000;
/** Writes to a pipe are not torn apart by those of other threads up to 4096 bytes; these bounds keep below. */
const MAX_TEXT = 120;
const MAX_DETAIL_KEYS = 12;
const MAX_DETAIL_CHARACTERS = 1_000;

const { Worker, parentPort, threadId } = threads;

/** A forked process is known by its channel; it gets lanes of its own beside those of the first process. */
const processLane = typeof process.send === 'function' ? `process ${process.pid}` : 'main';
const laneOf = (thread: number): string => {
  if (thread === 0) return processLane;
  return processLane === 'main' ? `worker ${thread}` : `${processLane} worker ${thread}`;
};
const lane = laneOf(threadId);

// Environment data passes from a thread to the threads that it starts, so each one knows whom `parentPort` leads to.
const PARENT_LANE = 'trace: lane of the parent';
const parentLane = 'getEnvironmentData' in threads && threads.getEnvironmentData(PARENT_LANE);
if ('setEnvironmentData' in threads) threads.setEnvironmentData(PARENT_LANE, lane);

const began = Number(process.env['TRACE_ORIGIN']) || performance.timeOrigin;
/** From a time of this thread's `performance` to one of the run, in microsecond steps. */
const sinceBegin = (time: number): number =>
  Math.round((performance.timeOrigin + time - began) * 1000) / 1000;
const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;

// ---- writing -------------------------------------------------------------------------------------------------

/** Writes an event at once, past the event loop, so that it is seen while the loop is blocked. Never throws. */
function emit(event: TraceEvent): void {
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

let counted = 0;
/** For events whose number is up to the program. The last one that is let through says that more are missing. */
function emitCounted(event: TraceEvent): void {
  counted++;
  if (counted < MAX_EVENTS) emit(event);
  else if (counted === MAX_EVENTS) {
    emit({ type: 'mark', lane, name: 'no more is traced from here', at: event.at });
  }
}

/** Of a detail that is a plain object, what fits: its first keys with short, primitive values. */
function detailOf(value: unknown): { detail?: Detail } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const detail: Record<string, string | number | boolean | null> = {};
  let characters = 0;
  for (const [key, part] of Object.entries(value).slice(0, MAX_DETAIL_KEYS)) {
    const kept = typeof part === 'string' ? part.slice(0, MAX_TEXT) : part;
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

/** Puts a wrapper in a method's place, as hidden as the method was. */
function replace<Key extends string>(
  object: Record<Key, unknown>,
  key: Key,
  wrapper: (typeof object)[Key],
): void {
  Object.defineProperty(object, key, {
    value: wrapper,
    writable: true,
    configurable: true,
    enumerable: false,
  });
}

// ---- marks and measures --------------------------------------------------------------------------------------

const { mark, measure } = performance;
let spans = 0;

replace(performance, 'mark', function (this: Performance, ...args: Parameters<typeof mark>) {
  const entry = mark.apply(this, args);
  const name = entry.name.slice(0, MAX_TEXT);
  const at = sinceBegin(entry.startTime);
  seen(entry.startTime);
  // The result is what the run was for; it is reported however many marks came before it.
  (name === 'result' ? emit : emitCounted)({
    type: 'mark',
    lane,
    name,
    at,
    ...detailOf(entry.detail),
  });
  return entry;
});

replace(performance, 'measure', function (this: Performance, ...args: Parameters<typeof measure>) {
  const entry = measure.apply(this, args);
  const name = entry.name.slice(0, MAX_TEXT);
  const id = String(++spans);
  seen(entry.startTime);
  seen(entry.startTime + entry.duration);
  // A measure is known when it is over; both of its ends are reported then, with their true times.
  emitCounted({
    type: 'begin',
    lane,
    name,
    id,
    at: sinceBegin(entry.startTime),
    ...detailOf(entry.detail),
  });
  emitCounted({ type: 'end', lane, name, id, at: sinceBegin(entry.startTime + entry.duration) });
  return entry;
});

// ---- threads and messages ------------------------------------------------------------------------------------

/** Messages keep their order on their way, so the n-th that leaves one end is the n-th that comes to the other. */
const posted = new Map<string, number>();
function nextId(way: string): string {
  const count = (posted.get(way) ?? 0) + 1;
  posted.set(way, count);
  return `${way}${count}`;
}

const { postMessage } = Worker.prototype;
replace(
  Worker.prototype,
  'postMessage',
  function (this: threads.Worker, ...args: Parameters<typeof postMessage>) {
    const at = sinceBegin(performance.now());
    postMessage.apply(this, args);
    // A thread that has ended has the id -1, and nobody receives its messages.
    const to = laneOf(this.threadId);
    if (this.threadId > 0)
      emitCounted({ type: 'send', lane, id: nextId(`t${this.threadId}>`), to, at });
  },
);

if (parentPort) {
  const to = typeof parentLane === 'string' ? parentLane : processLane;
  const post = parentPort.postMessage;
  replace(
    parentPort,
    'postMessage',
    function (this: threads.MessagePort, ...args: Parameters<typeof post>) {
      const at = sinceBegin(performance.now());
      post.apply(this, args);
      emitCounted({ type: 'send', lane, id: nextId(`t${threadId}<`), to, at });
    },
  );
}

// A thread reports itself; but one that is terminated cannot report its end, and one that evaluates a string does
// not load this file. So its parent reports it as well: twice is better than never.
process.on('worker', (worker) => {
  const child = laneOf(worker.threadId);
  emit({ type: 'lane', lane: child, state: 'open', at: sinceBegin(performance.now()) });
  worker.once('exit', (exitCode) => {
    const at = sinceBegin(performance.now());
    emit({ type: 'lane', lane: child, state: 'closed', at, exitCode });
  });
});

process.once('exit', (exitCode) => {
  sample();
  emit({ type: 'lane', lane, state: 'closed', at: sinceBegin(performance.now()), exitCode });
});

// ---- the loop ------------------------------------------------------------------------------------------------

let turnedAt = performance.now();
let firstSeenAt = Number.POSITIVE_INFINITY;

/** Remembers the first thing that the program is known to have done since the loop last turned. */
function seen(time: number): void {
  if (time >= turnedAt && time < firstSeenAt) firstSeenAt = time;
}

/**
 * The loop was free when the last sample was taken, and not free when this one was due. In between it is not known
 * when the block began, so it is put where the program was first seen at work, and where the sample was due otherwise.
 */
function sample(): void {
  const now = performance.now();
  const at = Math.min(firstSeenAt, turnedAt + STEP_MS);
  if (now - at >= BLOCKED_MS) {
    emit({ type: 'blocked', lane, at: sinceBegin(at), durationMs: rounded(now - at) });
  }
  turnedAt = now;
  firstSeenAt = Number.POSITIVE_INFINITY;
  if (now - signedAt >= SIGN_MS) sign();
}

let signedAt = turnedAt;
function sign(): void {
  signedAt = performance.now();
  emit({ type: 'lane', lane, state: 'open', at: sinceBegin(signedAt) });
}

emit({ type: 'trace', lane, version: 2, at: sinceBegin(turnedAt) });
emit({ type: 'lane', lane, state: 'open', at: sinceBegin(turnedAt) });
// The parent has announced this thread; this first sign, later than any announcement, is from the thread itself.
emit({ type: 'lane', lane, state: 'open', at: rounded(sinceBegin(performance.now()) + 0.001) });
setInterval(sample, STEP_MS).unref();
