/**
 * A timeline in the Trace Event Format, which Chrome's tracing, Perfetto and speedscope open:
 * https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
 *
 * Spans and blocks are complete events (`X`), messages are flows (`s`, `f`), marks, kills and ends are instants (`i`),
 * names are metadata (`M`). Complete events of a thread must nest; what overlaps otherwise, as asynchronous work does,
 * goes to a thread of its own beside it: `main`, `main, at the same time`, `main, at the same time (2)` …
 */
import { blockedWord, endText } from './rows.ts';
import type { Lane, Timeline } from './timeline.ts';
import type { Detail } from './trace-event.ts';

interface ChromeEvent {
  readonly ph: 'X' | 's' | 'f' | 'i' | 'M';
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly [more: string]: unknown;
}

interface Complete {
  readonly name: string;
  readonly cat: string;
  readonly at: number;
  readonly until: number;
  readonly args: Detail;
}

/** The first process has no number of its own in a trace. */
const FIRST_PID = 1;
/** A lane has so many threads at most: itself, and what overlaps. */
const TRACKS = 100;

export function chromeTrace(timeline: Timeline, source: string): string {
  const places = new Map(timeline.lanes.map((lane, i) => [lane.name, placeOf(lane, i)]));
  const events: ChromeEvent[] = [];
  for (const lane of timeline.lanes) {
    const place = places.get(lane.name);
    if (place) events.push(...laneEvents(lane, place, timeline.endMs));
  }
  for (const { from, to, at, receivedAt, id } of timeline.messages) {
    const [sender, receiver] = [places.get(from), places.get(to)];
    if (!sender || !receiver) continue;
    const flow = { name: `message to ${to}`, cat: 'message', id };
    events.push({ ph: 's', ...flow, ...sender, ts: micros(at) });
    if (receivedAt !== undefined) {
      events.push({ ph: 'f', bp: 'e', ...flow, ...receiver, ts: micros(receivedAt) });
    }
  }
  for (const { from, target, at, signal } of timeline.kills) {
    const place = places.get(from);
    const name = `ends ${target}${signal === undefined ? '' : ` by ${signal}`}`;
    if (place) events.push({ ph: 'i', name, cat: 'kill', s: 'p', ...place, ts: micros(at) });
  }
  const lines = events.map((event) => JSON.stringify(event));
  const otherData = JSON.stringify({ source });
  return `{"displayTimeUnit":"ms","otherData":${otherData},"traceEvents":[\n${lines.join(',\n')}\n]}\n`;
}

interface Place {
  readonly pid: number;
  readonly tid: number;
}

function placeOf({ process }: Lane, i: number): Place {
  return { pid: Number(/\d+$/.exec(process)?.[0] ?? FIRST_PID), tid: (i + 1) * TRACKS };
}

function laneEvents(lane: Lane, place: Place, endMs: number): ChromeEvent[] {
  const events: ChromeEvent[] = [];
  const tracks = nested(completeEvents(lane, endMs));
  for (const [i, track] of tracks.entries()) {
    const tid = place.tid + Math.min(i, TRACKS - 1);
    const beside = i === 0 ? '' : `, at the same time${i === 1 ? '' : ` (${i})`}`;
    const name = `${lane.title}${beside}`;
    events.push(metadata('thread_name', { ...place, tid }, { name }));
    events.push(metadata('thread_sort_index', { ...place, tid }, { sort_index: tid }));
    for (const { name: label, cat, at, until, args } of track) {
      const dur = micros(until) - micros(at);
      const more = Object.keys(args).length > 0 ? { args } : {};
      const span = { name: label, cat, pid: place.pid, tid, ts: micros(at), dur, ...more };
      events.push({ ph: 'X', ...span });
    }
  }
  if (lane.kind === 'main') {
    const name = lane.process === '' ? 'main process' : lane.process;
    events.push(metadata('process_name', place, { name }));
  }
  for (const { name, at, detail = {} } of lane.marks) {
    events.push({ ph: 'i', name, cat: 'mark', s: 't', ...place, ts: micros(at), args: detail });
  }
  if (lane.closedAt !== undefined) {
    const name = `ended${endText(lane) === '' ? '' : `: ${endText(lane)}`}`;
    events.push({ ph: 'i', name, cat: 'thread', s: 't', ...place, ts: micros(lane.closedAt) });
  }
  return events;
}

function completeEvents(lane: Lane, endMs: number): Complete[] {
  const spans = lane.spans.map(({ name, at, until = lane.closedAt ?? endMs, detail = {} }) => {
    const waits = detail['waiting'] === true ? ' (waiting)' : '';
    return { name: name + waits, cat: 'span', at, until: Math.max(at, until), args: detail };
  });
  const name = `${blockedWord(lane)} loop`;
  const blocks = lane.blocked.map((block) => ({ name, cat: 'loop', ...block, args: {} }));
  return [...spans, ...blocks].sort((a, b) => a.at - b.at || b.until - a.until);
}

/** Puts each event on the first track on which it either lies within what is open, or begins after it. */
function nested(events: readonly Complete[]): Complete[][] {
  const tracks: { readonly events: Complete[]; open: number[] }[] = [{ events: [], open: [] }];
  for (const event of events) {
    const fits = tracks.find((track) => {
      while ((track.open.at(-1) ?? Number.POSITIVE_INFINITY) <= event.at) track.open.pop();
      return (track.open.at(-1) ?? Number.POSITIVE_INFINITY) >= event.until;
    });
    const track = fits ?? { events: [], open: [] };
    if (!fits && tracks.length < TRACKS) tracks.push(track);
    track.events.push(event);
    track.open.push(event.until);
  }
  return tracks.map((track) => track.events);
}

function metadata(name: string, place: Place, args: object): ChromeEvent {
  return { ph: 'M', name, ...place, ts: 0, args };
}

/** Whole nanoseconds: what nests in milliseconds nests as well. */
function micros(ms: number): number {
  return Math.round(ms * 1_000_000) / 1_000;
}
