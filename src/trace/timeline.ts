/**
 * The picture's model: from trace events, in whatever order they come, to lanes with what happened in them.
 *
 * Events come from programs that readers wrote, so they may be out of order, repeated, torn off or hostile.
 * The same events give the same timeline in any order and in any portions, as long as nothing is dropped;
 * what is beyond the bounds is dropped and counted. A timeline is a value: adding to it makes a new one.
 */
import { compareText, LaneDraft } from './lane-draft.ts';
import type { Detail, TraceEvent } from './trace-event.ts';

export interface Timeline {
  /** The main thread first, then the workers by their numbers, then other processes in the same manner. */
  readonly lanes: readonly Lane[];
  readonly messages: readonly Message[];
  /** Of everything in it; both 0 for an empty one. Times in a timeline are as in its events: since the run began. */
  readonly startMs: number;
  readonly endMs: number;
  /** Events that were left out, because there were too many. */
  readonly dropped: number;
}

/** One thread. */
export interface Lane {
  readonly name: string;
  /** A process's first thread serves everybody: when its loop is blocked, somebody waits. A worker is made to be busy. */
  readonly kind: 'main' | 'worker';
  readonly openedAt?: number | undefined;
  readonly closedAt?: number | undefined;
  readonly exitCode?: number | undefined;
  /** The last sign of life: its loop gives one several times a second. */
  readonly heardAt?: number | undefined;
  /** How it was ended from outside, to follow "and": `was stopped`. */
  readonly endedBy?: string | undefined;
  /** By their beginnings; of spans that begin together the longer one is first. */
  readonly spans: readonly Span[];
  /** By time; they do not overlap. */
  readonly blocked: readonly Interval[];
  /** By time. */
  readonly marks: readonly Mark[];
  /** What is known of each span by its id, for the events that are still to come: either end may come first. */
  readonly parts: ReadonlyMap<string, SpanParts>;
}

export interface SpanParts {
  readonly begin?: { readonly name: string; readonly at: number; readonly detail?: Detail };
  readonly endAt?: number;
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

export interface Message {
  readonly from: string;
  readonly to: string;
  readonly at: number;
}

/** More than these no figure can show, and no page should hold. */
export const MAX_LANES = 48;
export const MAX_ITEMS = 4_000;
export const MAX_BLOCKED = 1_000;

const EMPTY: Timeline = { lanes: [], messages: [], startMs: 0, endMs: 0, dropped: 0 };

export function emptyTimeline(): Timeline {
  return EMPTY;
}

/** A thread gives a sign every 100 ms while its loop turns; signs may be on their way for a while. */
const SILENCE_MS = 250;

/**
 * The timeline of a run that is going on, as it looks at `nowMs`: a thread that should have given a sign by now
 * is blocked, and has been since its last one. Once it is free it reports the block itself.
 */
export function asOf(timeline: Timeline, nowMs: number): Timeline {
  const lanes = timeline.lanes.map((lane): Lane => {
    const { openedAt, closedAt, heardAt, blocked } = lane;
    // Before its first own sign a thread is only about to begin: its parent has announced it.
    const begun = openedAt !== undefined && heardAt !== undefined && heardAt > openedAt;
    if (!begun || closedAt !== undefined || nowMs - heardAt <= SILENCE_MS) return lane;
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

/** The timeline with these events in it as well. */
export function addEvents(timeline: Timeline, events: readonly TraceEvent[]): Timeline {
  if (events.length === 0) return timeline;
  const draft = new Draft(timeline);
  for (const event of events) draft.add(event);
  return draft.finish();
}

/** A timeline that events are being added to: lanes are copied when they are first touched, and sorted at the end. */
class Draft {
  readonly #lanes: Map<string, Lane>;
  readonly #drafts = new Map<string, LaneDraft>();
  readonly #messages: Message[];
  #dropped: number;
  /** How much more there is room for. */
  #items: number;
  #blocked: number;

  constructor({ lanes, messages, dropped }: Timeline) {
    this.#lanes = new Map(lanes.map((lane) => [lane.name, lane]));
    this.#messages = [...messages];
    this.#dropped = dropped;
    this.#items = MAX_ITEMS - messages.length;
    this.#blocked = MAX_BLOCKED;
    for (const lane of lanes) {
      this.#items -= lane.parts.size + lane.marks.length;
      this.#blocked -= lane.blocked.length;
    }
  }

  add(event: TraceEvent): void {
    if (!this.#take(event)) this.#dropped++;
  }

  finish(): Timeline {
    for (const [name, draft] of this.#drafts) this.#lanes.set(name, draft.finish());
    const lanes = [...this.#lanes.values()].sort(compareLanes);
    const messages = this.#messages.sort(compareMessages).filter((message, i, all) => {
      const before = all[i - 1];
      return before === undefined || compareMessages(before, message) !== 0;
    });
    return { lanes, messages, ...extent(lanes, messages), dropped: this.#dropped };
  }

  /** Whether there was room for the event. */
  #take(event: TraceEvent): boolean {
    if (event.type === 'send') {
      const { lane: from, to, at } = event;
      if (to === undefined) return true;
      if (this.#items <= 0 || !this.#lane(from) || !this.#lane(to)) return false;
      this.#items--;
      this.#messages.push({ from, to, at });
      return true;
    }
    const lane = this.#lane(event.lane);
    if (!lane) return false;
    lane.hear(event.type === 'blocked' ? event.at + event.durationMs : event.at);
    switch (event.type) {
      case 'trace':
      case 'receive':
      case 'kill':
      case 'loop':
      case 'timer':
      case 'dropped':
        return true;
      case 'lane':
        lane.addState(event);
        return true;
      case 'blocked':
        if (this.#blocked <= 0) return false;
        this.#blocked--;
        lane.blocked.push({ at: event.at, until: event.at + event.durationMs });
        return true;
      case 'mark':
        if (this.#items <= 0) return false;
        this.#items--;
        lane.marks.push({ name: event.name, at: event.at, detail: event.detail });
        return true;
      case 'begin':
      case 'end':
        if (!lane.knows(event.id)) {
          if (this.#items <= 0) return false;
          this.#items--;
        }
        lane.addPart(event);
        return true;
    }
  }

  #lane(name: string): LaneDraft | undefined {
    const draft = this.#drafts.get(name);
    if (draft) return draft;
    const known = this.#lanes.get(name);
    if (!known && this.#lanes.size >= MAX_LANES) return undefined;
    const lane = known ?? emptyLane(name);
    this.#lanes.set(name, lane);
    const fresh = new LaneDraft(lane);
    this.#drafts.set(name, fresh);
    return fresh;
  }
}

function emptyLane(name: string): Lane {
  // `main` and the first threads of forked processes serve everybody; everything else is a worker.
  const kind = name === 'main' || /^process \d+$/.test(name) ? 'main' : 'worker';
  return { name, kind, spans: [], blocked: [], marks: [], parts: new Map() };
}

const byNumber = new Intl.Collator('en', { numeric: true });

function compareLanes(a: Lane, b: Lane): number {
  return (
    Number(b.name === 'main') - Number(a.name === 'main') ||
    Number(a.name.startsWith('process ')) - Number(b.name.startsWith('process ')) ||
    byNumber.compare(a.name, b.name) ||
    compareText(a.name, b.name)
  );
}

function compareMessages(a: Message, b: Message): number {
  return a.at - b.at || compareText(a.from, b.from) || compareText(a.to, b.to);
}

function extent(
  lanes: readonly Lane[],
  messages: readonly Message[],
): { startMs: number; endMs: number } {
  let startMs = Number.POSITIVE_INFINITY;
  let endMs = 0;
  const include = (at: number | undefined): void => {
    if (at === undefined) return;
    startMs = Math.min(startMs, at);
    endMs = Math.max(endMs, at);
  };
  for (const lane of lanes) {
    include(lane.openedAt);
    include(lane.closedAt);
    for (const { at, until } of [...lane.spans, ...lane.blocked]) {
      include(at);
      include(until);
    }
    for (const { at } of lane.marks) include(at);
  }
  for (const { at } of messages) include(at);
  return { startMs: Math.min(startMs, endMs), endMs };
}
