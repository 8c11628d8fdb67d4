/** A timeline as a list of what happened, in the order of time: for the table, and for the cursor that walks it. */
import { durationText } from './format.ts';
import type { Lane, Span, Timeline } from './timeline.ts';
import type { Detail } from './trace-event.ts';

export interface Row {
  /** Milliseconds since the timeline's start. */
  readonly at: number;
  readonly thread: string;
  readonly what: string;
  /** Undefined for a moment. */
  readonly lastsMs?: number | undefined;
  /** Short notes, such as an exit code or what a measure carried. */
  readonly note: string;
}

export function timelineRows(timeline: Timeline): readonly Row[] {
  const rows: Row[] = timeline.lanes.flatMap(laneRows);
  for (const { from, to, at } of timeline.messages) {
    rows.push({ at, thread: from, what: `message to ${to}`, note: '' });
  }
  return rows
    .map((row) => ({ ...row, at: row.at - timeline.startMs }))
    .sort((a, b) => a.at - b.at || (b.lastsMs ?? 0) - (a.lastsMs ?? 0));
}

/** A row as a sentence without its full stop: "main: slow view, 604 ms, at 112 ms". */
export function rowText({ at, thread, what, lastsMs, note }: Row): string {
  const parts = [`${thread}: ${what}`];
  if (lastsMs !== undefined) parts.push(durationText(lastsMs));
  parts.push(`at ${durationText(at)}`);
  if (note) parts.push(note);
  return parts.join(', ');
}

/** What a blocked loop means in a lane: in the main thread others wait for it, in a worker it does its work. */
export function blockedWord(lane: Pick<Lane, 'kind'>): string {
  return lane.kind === 'main' ? 'blocked' : 'busy';
}

/** How a thread ended, where that is worth a label: "stopped", "exit code 1". */
export function endText({ exitCode, endedBy }: Lane): string {
  if (endedBy !== undefined) return endedBy.replace(/^(was|ended with) /, '');
  return exitCode ? `exit code ${exitCode}` : '';
}

/**
 * What a span says of itself in its detail: `ok: false` that it failed, `attempt: 2` and more that it was tried
 * before, `waiting: true` that it spends its time waiting rather than working.
 */
export function spanState({ detail }: Span): 'failed' | 'retried' | 'waiting' | undefined {
  if (detail?.['ok'] === false) return 'failed';
  if (typeof detail?.['attempt'] === 'number' && detail['attempt'] > 1) return 'retried';
  return detail?.['waiting'] === true ? 'waiting' : undefined;
}

function laneRows(lane: Lane): Row[] {
  const thread = lane.name;
  const rows: Row[] = [];
  if (lane.openedAt !== undefined)
    rows.push({ at: lane.openedAt, thread, what: 'began', note: '' });
  for (const span of lane.spans) {
    const { at, until, name } = span;
    const notes = [
      until === undefined ? 'not ended' : '',
      spanState(span) ?? '',
      facts(span.detail),
    ];
    rows.push({
      at,
      thread,
      what: name,
      lastsMs: until === undefined ? undefined : until - at,
      note: notes.filter(Boolean).join('; '),
    });
  }
  for (const { at, until } of lane.blocked) {
    const note = lane.kind === 'main' ? 'its loop could not turn' : '';
    rows.push({ at, thread, what: blockedWord(lane), lastsMs: until - at, note });
  }
  for (const { at, name, detail } of lane.marks) {
    rows.push({ at, thread, what: `mark: ${name}`, note: facts(detail) });
  }
  if (lane.closedAt !== undefined) {
    rows.push({ at: lane.closedAt, thread, what: 'ended', note: endText(lane) });
  }
  return rows;
}

function facts(detail: Detail | undefined): string {
  return Object.entries(detail ?? {})
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ');
}
