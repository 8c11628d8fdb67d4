/**
 * One lane of a timeline that grows. Whatever comes twice or in another order must come out the same,
 * so of two conflicting reports the one that counts is chosen by what it says, never by when it came.
 */
import { SortedList } from './sorted-list.ts';
import { SpanRows } from './span-rows.ts';
import type { Interval, Lane, LaneName, Mark, Span, Timer } from './timeline.ts';
import type { Detail, TraceEvent } from './trace-event.ts';

type SpanEvent = Extract<TraceEvent, { type: 'begin' | 'end' }>;

/** What is known of a span: either of its ends may come first. */
interface SpanParts {
  readonly begin?: SpanEvent;
  readonly endAt?: number;
  /** As it stands among the lane's spans. */
  readonly placed?: Span;
}

export class LaneModel {
  readonly #name: LaneName;
  readonly #parts = new Map<string, SpanParts>();
  readonly #spans = new SortedList<Span>(compareSpans);
  readonly #rows = new SpanRows();
  readonly #marks = new SortedList<Mark>(compareMarks);
  readonly #timers = new SortedList<Timer>(compareTimers);
  #blocked: readonly Interval[] = [];
  #freshBlocked: Interval[] = [];
  #openedAt: number | undefined;
  #closedAt: number | undefined;
  #exitCode: number | undefined;
  #heardAt: number | undefined;
  #givenName: string | undefined;
  #parent: string | undefined;
  #signal: string | undefined;
  #killed = false;
  /** Events that its thread left out. */
  dropped = 0;

  constructor(name: LaneName) {
    this.#name = name;
  }

  /** A thread and its parent both report its beginning and its end; the first report is the nearest to the truth. */
  addState(event: Extract<TraceEvent, { type: 'lane' }>): void {
    const { at } = event;
    if (event.state === 'open') {
      this.#openedAt = Math.min(this.#openedAt ?? at, at);
      this.#parent = first(this.#parent, event.parent);
      this.#givenName = first(this.#givenName, event.name);
      return;
    }
    const { exitCode, signal } = event;
    this.#closedAt = Math.min(this.#closedAt ?? at, at);
    if (exitCode !== undefined) this.#exitCode = Math.max(this.#exitCode ?? exitCode, exitCode);
    this.#signal = first(this.#signal, signal);
  }

  /** Another lane has asked for its end. */
  noteKill(): void {
    this.#killed = true;
  }

  noteDropped(count: number): void {
    this.dropped = Math.max(this.dropped, count);
  }

  /** Anything that the lane reports is a sign of life; its end is not, which may be its parent's report. */
  hear(at: number): void {
    this.#heardAt = Math.max(this.#heardAt ?? at, at);
  }

  addBlocked(interval: Interval): void {
    this.#freshBlocked.push(interval);
  }

  addMark(mark: Mark): void {
    this.#marks.add(mark);
  }

  addTimer(timer: Timer): void {
    this.#timers.add(timer);
  }

  knows(spanId: string): boolean {
    return this.#parts.has(spanId);
  }

  /** Of two beginnings with one id the earlier counts, of two ends the later. */
  addPart(event: SpanEvent): void {
    const known = this.#parts.get(event.id) ?? {};
    let { begin, endAt, placed } = known;
    if (event.type === 'end') endAt = Math.max(endAt ?? event.at, event.at);
    else if (!begin || compareBegins(event, begin) < 0) begin = event;
    if (begin && (begin !== known.begin || endAt !== known.endAt)) {
      if (placed) this.#spans.remove(placed);
      placed = spanOf(begin, endAt);
      this.#spans.add(placed);
    }
    this.#parts.set(event.id, {
      ...(begin && { begin }),
      ...(endAt !== undefined && { endAt }),
      ...(placed && { placed }),
    });
  }

  /** The lane as it is now. Its lists are those of the model, and grow with it. */
  settle(): Lane {
    const from = this.#spans.settle();
    this.#rows.update(this.#spans.items, from);
    this.#marks.settle();
    this.#timers.settle();
    if (this.#freshBlocked.length > 0) {
      this.#blocked = union([...this.#blocked, ...this.#freshBlocked]);
      this.#freshBlocked = [];
    }
    return withSilence({
      ...this.#name,
      givenName: this.#givenName,
      title: titleOf(this.#name, this.#givenName),
      parent: this.#parent,
      openedAt: this.#openedAt,
      closedAt: this.#closedAt,
      exitCode: this.#exitCode,
      heardAt: this.#heardAt,
      signal: this.#signal,
      killed: this.#killed,
      spans: this.#spans.items,
      rows: this.#rows.rows,
      left: this.#rows.left,
      blocked: this.#blocked,
      marks: this.#marks.items,
      timers: this.#timers.items,
    });
  }
}

/**
 * A thread that was killed while its loop did not turn cannot report that any more; but it had stopped to give
 * signs, which come every 100 ms.
 */
export function withSilence(lane: Lane): Lane {
  const { heardAt: at, closedAt: until, exitCode, signal, killed, blocked } = lane;
  const ownEnd = !exitCode && !signal && !killed;
  if (ownEnd || at === undefined || until === undefined || until - at <= MISSED_SIGN_MS)
    return lane;
  return { ...lane, blocked: union([...blocked, { at, until }]) };
}

const MISSED_SIGN_MS = 150;

/** Node's name for a worker that was given none. */
const NO_NAME = 'WorkerThread';

/** Whether the program has given it no name. */
export const isUnnamed = (givenName: string | undefined): boolean =>
  !givenName || givenName === NO_NAME;

function titleOf({ name }: LaneName, givenName: string | undefined): string {
  return name === 'main' || !givenName || isUnnamed(givenName) ? name : givenName;
}

/** Of two texts always the same one. */
function first(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Some order between details, always the same. */
function compareDetails(a: Detail | undefined, b: Detail | undefined): number {
  return a === b ? 0 : compareText(JSON.stringify(a) ?? '', JSON.stringify(b) ?? '');
}

function compareBegins(a: SpanEvent, b: SpanEvent): number {
  return a.at - b.at || compareText(a.name, b.name) || compareDetails(a.detail, b.detail);
}

function compareSpans(a: Span, b: Span): number {
  const last = (span: Span): number => span.until ?? Number.MAX_VALUE;
  return a.at - b.at || last(b) - last(a) || compareText(a.id, b.id);
}

function compareMarks(a: Mark, b: Mark): number {
  return a.at - b.at || compareText(a.name, b.name) || compareDetails(a.detail, b.detail);
}

function compareTimers(a: Timer, b: Timer): number {
  return a.at - b.at || a.dueAt - b.dueAt || compareText(a.name, b.name);
}

function spanOf({ id, name, at, detail }: SpanEvent, endAt: number | undefined): Span {
  return { id, name, at, until: endAt === undefined ? undefined : Math.max(at, endAt), detail };
}

function union(intervals: Interval[]): readonly Interval[] {
  const merged: Interval[] = [];
  for (const next of intervals.sort((a, b) => a.at - b.at || a.until - b.until)) {
    const last = merged.at(-1);
    // Two that only touch stay two: in between the loop has turned.
    if (last && (next.at < last.until || next.at === last.at)) {
      merged[merged.length - 1] = { at: last.at, until: Math.max(last.until, next.until) };
    } else merged.push(next);
  }
  return merged;
}
