/** A timeline as a list of what happened, in the order of time: for the table, and for the cursor that walks it. */
import { durationText } from './format.ts';
import { stateWords } from './span-state.ts';
import type { Interval, Kill, Lane, Mark, Message, Span, Timeline, Timer } from './timeline.ts';
import type { Detail } from './trace-event.ts';

export interface Row {
  /** As in the timeline's events: milliseconds since the run began. */
  readonly at: number;
  /** The name of its lane, and what readers call that. */
  readonly thread: string;
  readonly title: string;
  readonly what: string;
  /** Undefined for a moment. */
  readonly lastsMs?: number | undefined;
  /** Short notes, such as an exit code or what a measure carried. */
  readonly note: string;
  readonly drawn: Drawn;
}

/** As what it is drawn: `line` is a span's row in its lane, undefined where there was none for it. */
export type Drawn =
  | { readonly as: 'span'; readonly line: number | undefined }
  | { readonly as: 'block' | 'mark' | 'timer' | 'end' }
  | { readonly as: 'arrow'; readonly to: string };

export function timelineRows(timeline: Timeline): readonly Row[] {
  const rows: Row[] = timeline.lanes.flatMap((lane) => laneRows(lane, timeline));
  for (const message of timeline.messages) rows.push(messageRow(message, timeline));
  for (const kill of timeline.kills) rows.push(killRow(kill, timeline));
  return rows.sort((a, b) => a.at - b.at || (b.lastsMs ?? 0) - (a.lastsMs ?? 0));
}

/** A row as a sentence without its full stop: "main: slow view, 604 ms, at 112 ms", counted from `startMs`. */
export function rowText({ at, title, what, lastsMs, note }: Row, startMs: number): string {
  const parts = [`${title}: ${what}`];
  if (lastsMs !== undefined) parts.push(durationText(lastsMs));
  parts.push(`at ${durationText(at - startMs)}`);
  if (note) parts.push(note);
  return parts.join(', ');
}

/** What a moment holds, thread by thread: "at 112 ms: main: slow view; worker 1: busy". */
export function momentText({ lanes, startMs }: Timeline, at: number): string {
  const found = lanes.flatMap((lane) => {
    const names = [
      ...lane.blocked.filter((block) => holds(block, at)).map(() => blockedWord(lane)),
      ...lane.rows
        .map((row) => row.findLast((span) => span.at <= at))
        .filter((span) => span !== undefined && holds(span, at))
        .map((span) => span?.name),
    ];
    return names.length === 0 ? [] : [`${lane.title}: ${shortList(names)}`];
  });
  return [`at ${durationText(at - startMs)}`, ...found].join(found.length > 0 ? '; ' : '');
}

function holds({ at, until = Number.POSITIVE_INFINITY }: Interval | Span, moment: number): boolean {
  return at <= moment && moment <= until;
}

function shortList(names: readonly (string | undefined)[]): string {
  return names.length <= 3
    ? names.join(', ')
    : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}

/** What a loop that does not turn means in a lane: in the main thread others wait for it, a worker is made to be busy. */
export function blockedWord(lane: Pick<Lane, 'kind'>): string {
  return lane.kind === 'main' ? 'blocked' : 'busy';
}

/** How a thread ended, where that is worth a label: "stopped", "exit code 1", "terminated", "SIGKILL". */
export function endText({ exitCode, endedBy, signal, killed, kind }: Lane): string {
  if (signal !== undefined) return signal;
  if (killed) return kind === 'worker' ? 'terminated' : 'killed';
  if (endedBy !== undefined) return endedBy.replace(/^(was|ended with) /, '');
  return exitCode ? `exit code ${exitCode}` : '';
}

export function spanRow(lane: Lane, span: Span, line: number | undefined): Row {
  const { at, until, name, detail } = span;
  const notes = [until === undefined ? 'not ended' : '', ...stateWords(span), facts(detail)];
  return {
    at,
    thread: lane.name,
    title: lane.title,
    what: name,
    lastsMs: until === undefined ? undefined : until - at,
    note: notes.filter(Boolean).join('; '),
    drawn: { as: 'span', line },
  };
}

export function blockRow(lane: Lane, { at, until }: Interval): Row {
  const what = blockedWord(lane);
  const note = 'its loop could not turn';
  const drawn = { as: 'block' } as const;
  return { at, thread: lane.name, title: lane.title, what, lastsMs: until - at, note, drawn };
}

export function markRow(lane: Lane, { at, name, detail }: Mark): Row {
  const what = `mark: ${name}`;
  const drawn = { as: 'mark' } as const;
  return { at, thread: lane.name, title: lane.title, what, note: facts(detail), drawn };
}

/** `lastsMs` is its way to the receiver, whose loop may not have been free. */
export function messageRow({ from, to, at, receivedAt }: Message, timeline: Timeline): Row {
  const isLost = timeline.receipts && receivedAt === undefined;
  return {
    at,
    thread: from,
    title: titleOf(timeline, from),
    what: `message to ${titleOf(timeline, to)}`,
    lastsMs: receivedAt === undefined ? undefined : receivedAt - at,
    note: isLost ? 'not received' : '',
    drawn: { as: 'arrow', to },
  };
}

export function killRow({ from, target, at, signal }: Kill, timeline: Timeline): Row {
  return {
    at,
    thread: from,
    title: titleOf(timeline, from),
    what: `ends ${titleOf(timeline, target)}`,
    note: signal ?? '',
    drawn: { as: 'arrow', to: target },
  };
}

/** A message may name a lane that was never heard of. */
function titleOf({ lanes }: Timeline, name: string): string {
  return lanes.find((lane) => lane.name === name)?.title ?? name;
}

/** From when it was due; `lastsMs` is by how much it was late. */
export function timerRow(lane: Lane, { name, at, dueAt }: Timer): Row {
  const drawn = { as: 'timer' } as const;
  return {
    at: dueAt,
    thread: lane.name,
    title: lane.title,
    what: `timer: ${name}`,
    lastsMs: at - dueAt,
    note: '',
    drawn,
  };
}

function laneRows(lane: Lane, timeline: Timeline): Row[] {
  const { name: thread, title, parent, openedAt, closedAt } = lane;
  const drawn = { as: 'end' } as const;
  const rows: Row[] = [];
  if (openedAt !== undefined) {
    const starter = parent && `started by ${titleOf(timeline, parent)}`;
    const note = [title !== thread && thread, starter];
    rows.push({
      at: openedAt,
      thread,
      title,
      what: 'began',
      note: note.filter(Boolean).join('; '),
      drawn,
    });
  }
  const placed = new Map(
    lane.rows.flatMap((row, line) => row.map((span) => [span, line] as const)),
  );
  for (const span of lane.spans) rows.push(spanRow(lane, span, placed.get(span)));
  for (const block of lane.blocked) rows.push(blockRow(lane, block));
  for (const mark of lane.marks) rows.push(markRow(lane, mark));
  for (const timer of lane.timers) rows.push(timerRow(lane, timer));
  if (closedAt !== undefined) {
    rows.push({ at: closedAt, thread, title, what: 'ended', note: endText(lane), drawn });
  }
  return rows;
}

function facts(detail: Detail | undefined): string {
  const said = new Set(['attempt', 'ok', 'waiting']);
  return Object.entries(detail ?? {})
    .filter(([key]) => !said.has(key))
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ');
}
