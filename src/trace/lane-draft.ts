/**
 * One lane while events are being added to it. Whatever comes twice or in another order must come out the same,
 * so of two conflicting reports the one that counts is chosen by what it says, never by when it came.
 */
import type { Interval, Lane, Mark, Span, SpanParts } from './timeline.ts';
import type { TraceEvent } from './trace-event.ts';

export class LaneDraft {
  readonly blocked: Interval[];
  readonly marks: Mark[];
  readonly #lane: Lane;
  readonly #parts: Map<string, SpanParts>;
  #openedAt: number | undefined;
  #closedAt: number | undefined;
  #exitCode: number | undefined;
  #heardAt: number | undefined;

  constructor(lane: Lane) {
    this.#lane = lane;
    this.blocked = [...lane.blocked];
    this.marks = [...lane.marks];
    this.#parts = new Map(lane.parts);
    this.#openedAt = lane.openedAt;
    this.#closedAt = lane.closedAt;
    this.#exitCode = lane.exitCode;
    this.#heardAt = lane.heardAt;
  }

  /** A thread and its parent both report its beginning and its end; the first report is the nearest to the truth. */
  addState(event: Extract<TraceEvent, { type: 'lane' }>): void {
    const { at } = event;
    if (event.state === 'open') this.#openedAt = Math.min(this.#openedAt ?? at, at);
    else {
      const { exitCode } = event;
      this.#closedAt = Math.min(this.#closedAt ?? at, at);
      if (exitCode !== undefined) this.#exitCode = Math.max(this.#exitCode ?? exitCode, exitCode);
    }
  }

  /** Anything that the lane reports is a sign of life. */
  hear(at: number): void {
    this.#heardAt = Math.max(this.#heardAt ?? at, at);
  }

  knows(id: string): boolean {
    return this.#parts.has(id);
  }

  /** Of two beginnings with one id the earlier counts, of two ends the later. */
  addPart(event: Extract<TraceEvent, { type: 'begin' | 'end' }>): void {
    const known = this.#parts.get(event.id) ?? {};
    const { name, at, detail } = event;
    if (event.type === 'end') {
      this.#parts.set(event.id, { ...known, endAt: Math.max(known.endAt ?? at, at) });
      return;
    }
    const later = known.begin && (at - known.begin.at || compareText(name, known.begin.name)) >= 0;
    if (later) return;
    const begin = detail === undefined ? { name, at } : { name, at, detail };
    this.#parts.set(event.id, { ...known, begin });
  }

  finish(): Lane {
    return {
      ...this.#lane,
      openedAt: this.#openedAt,
      closedAt: this.#closedAt,
      exitCode: this.#exitCode,
      heardAt: this.#heardAt,
      spans: spansOf(this.#parts),
      blocked: union(this.blocked),
      marks: distinct(this.marks),
      parts: this.#parts,
    };
  }
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function spansOf(parts: ReadonlyMap<string, SpanParts>): readonly Span[] {
  const spans: Span[] = [];
  for (const [id, { begin, endAt }] of parts) {
    // An end whose beginning never came says nothing that could be drawn.
    if (!begin) continue;
    const { name, at, detail } = begin;
    const until = endAt === undefined ? undefined : Math.max(at, endAt);
    spans.push({ id, name, at, until, detail });
  }
  const last = (span: Span): number => span.until ?? Number.MAX_VALUE;
  return spans.sort((a, b) => a.at - b.at || last(b) - last(a) || compareText(a.id, b.id));
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

function distinct(marks: Mark[]): readonly Mark[] {
  return marks
    .sort((a, b) => a.at - b.at || compareText(a.name, b.name))
    .filter((mark, i, all) => all[i - 1]?.at !== mark.at || all[i - 1]?.name !== mark.name);
}
