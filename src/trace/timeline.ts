/**
 * The picture's model: what came of trace events, as lanes with what happened in them.
 *
 * Events come from programs that readers wrote, so they may be out of order, repeated, torn off or hostile.
 * The same events give the same timeline in any order and in any portions, as long as nothing is dropped;
 * what is beyond the bounds of `timeline-model.ts` is dropped and counted.
 */
import { TimelineModel } from './timeline-model.ts';
import { type Detail, TRACE_VERSION, type TraceEvent } from './trace-event.ts';

export interface Timeline {
  /** The first process's threads, the main one on top, then other processes with theirs, all by their numbers. */
  readonly lanes: readonly Lane[];
  /** By the time of sending. */
  readonly messages: readonly Message[];
  /** Whether receivers report: without that it is not known which messages were never received. */
  readonly receipts: boolean;
  /** By time. */
  readonly kills: readonly Kill[];
  /** Of everything that was reported; both 0 where nothing was. Times are as in the events: since the run began. */
  readonly startMs: number;
  readonly endMs: number;
  /** The newest version of the format in which a thread reported. Of one that is newer than ours not all can be read. */
  readonly version: number;
  /** Events that were left out, by the program's threads or here, because there were too many. */
  readonly dropped: number;
}

/** Who a lane is, as its name in the events tells. */
export interface LaneName {
  /** As events have it: `main`, `worker 2`, `process 7`, `process 7 worker 1`. */
  readonly name: string;
  /** The process that a thread belongs to: `process 7`; empty for those of the first one. */
  readonly process: string;
  /** A process's first thread serves everybody: when its loop is blocked, somebody waits. A worker is made to be busy. */
  readonly kind: 'main' | 'worker';
}

/** One thread. */
export interface Lane extends LaneName {
  /** What the program calls it. */
  readonly givenName?: string | undefined;
  /** What readers call it: what the program calls it, if that tells it from the others, else its name. */
  readonly title: string;
  /** The lane that started it. */
  readonly parent?: string | undefined;
  readonly openedAt?: number | undefined;
  readonly closedAt?: number | undefined;
  readonly exitCode?: number | undefined;
  /** The last sign of life: its loop gives one several times a second. */
  readonly heardAt?: number | undefined;
  /** By which signal its process ended. */
  readonly signal?: string | undefined;
  /** Another lane ended it. */
  readonly killed: boolean;
  /** How it was ended with the whole run, to follow "and": `was stopped`. */
  readonly endedBy?: string | undefined;
  /** By their beginnings; of spans that begin together the longer one is first. */
  readonly spans: readonly Span[];
  /** The same spans in rows, in which they do not overlap. */
  readonly rows: readonly (readonly Span[])[];
  /** Spans for which there was no row. */
  readonly left: number;
  /** By time; they do not overlap. */
  readonly blocked: readonly Interval[];
  /** By time. */
  readonly marks: readonly Mark[];
  /** By the time at which they called back. */
  readonly timers: readonly Timer[];
}

export interface Interval {
  readonly at: number;
  readonly until: number;
}

/** A piece of work. `until` is undefined while it is running. */
export interface Span {
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly until: number | undefined;
  readonly detail?: Detail | undefined;
}

export interface Mark {
  readonly name: string;
  readonly at: number;
  readonly detail?: Detail | undefined;
}

/** A timer that called back at `at`, later than its `dueAt` where the loop was not free. */
export interface Timer {
  readonly name: string;
  readonly dueAt: number;
  readonly at: number;
}

export interface Message {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly at: number;
  /** Undefined where that is not known, or nobody took it. */
  readonly receivedAt: number | undefined;
}

/** One lane ends another. */
export interface Kill {
  readonly from: string;
  readonly target: string;
  readonly at: number;
  readonly signal: string | undefined;
}

const EMPTY: Timeline = {
  lanes: [],
  messages: [],
  receipts: false,
  kills: [],
  startMs: 0,
  endMs: 0,
  version: TRACE_VERSION,
  dropped: 0,
};

export function emptyTimeline(): Timeline {
  return EMPTY;
}

/** The timeline of a run that is over. One that is going on grows in a {@link TimelineModel}. */
export function timelineOf(events: readonly TraceEvent[]): Timeline {
  const model = new TimelineModel();
  model.add(events);
  return model.timeline();
}

/** A thread gives a sign every 100 ms while its loop turns; signs may be on their way for a while. */
const SIGN_MS = 100;
const SILENCE_MS = 250;
/** Between its first sign and the program's first line a thread has files to read and to compile. */
const STARTING_MS = 1_000;

/**
 * The timeline of a run that is going on, as it looks at `nowMs`: a thread that should have given a sign by now
 * is blocked, and has been since its last one. Once it is free it reports the block itself.
 */
export function asOf(timeline: Timeline, nowMs: number): Timeline {
  const lanes = timeline.lanes.map((lane): Lane => {
    const { openedAt, closedAt, heardAt, blocked } = lane;
    // Before its first own sign a thread is only about to begin: its parent has announced it.
    const begun = openedAt !== undefined && heardAt !== undefined && heardAt > openedAt;
    if (!begun || closedAt !== undefined) return lane;
    const isStarting = heardAt - openedAt < SIGN_MS && lane.marks.length + lane.spans.length === 0;
    if (nowMs - heardAt <= (isStarting ? STARTING_MS : SILENCE_MS)) return lane;
    return { ...lane, blocked: [...blocked, { at: heardAt, until: nowMs }] };
  });
  return { ...timeline, lanes, endMs: lanes.length > 0 ? Math.max(timeline.endMs, nowMs) : 0 };
}

/**
 * The timeline of a run that was ended from outside: every thread that has not reported its own end is closed
 * at `at` (never before the last thing that is known of it), and `endedBy` says how, as "was stopped".
 */
export function endRun(timeline: Timeline, at: number, endedBy: string): Timeline {
  const ended = asOf(timeline, Math.max(at, timeline.endMs));
  const lanes = ended.lanes.map((lane) =>
    lane.closedAt === undefined ? { ...lane, closedAt: ended.endMs, endedBy } : lane,
  );
  return { ...ended, lanes };
}
