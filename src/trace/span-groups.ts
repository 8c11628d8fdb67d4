/** Spans of one kind, told by their names: `call 1`, `call 2` and `call B` are calls. */
import { attemptOf } from './span-state.ts';
import type { Span, Timeline } from './timeline.ts';

export interface SpanGroup {
  /** What one is called: `call`. */
  readonly noun: string;
  /** How many different names there are: how many calls, however often each was tried. */
  readonly members: number;
  /** What to call them in a sentence: `3 calls`, and where there is only one, by its name: `call B`. */
  readonly who: string;
  /** Spans that do something, and how they came out. */
  readonly ran: number;
  readonly failed: number;
  /** Attempts after the first one. */
  readonly retries: number;
  readonly mostAtOnce: number;
  /** Spans that only wait: how many, of how many members, and the longest of them. */
  readonly waits: number;
  readonly waiters: number;
  readonly longestWaitMs: number;
}

/** The largest group first. Takes O(n log n) for n spans. */
export function spanGroups(timeline: Timeline): readonly SpanGroup[] {
  const byNoun = new Map<string, Span[]>();
  for (const { spans } of timeline.lanes) {
    for (const span of spans) {
      const noun = nounOf(span.name);
      const known = byNoun.get(noun);
      if (known) known.push(span);
      else byNoun.set(noun, [span]);
    }
  }
  return [...byNoun]
    .map(([noun, spans]) => groupOf(noun, spans, timeline.endMs))
    .sort((a, b) => b.ran + b.waits - a.ran - a.waits || (a.noun < b.noun ? -1 : 1));
}

/** `3 calls`, `1 query`. */
export function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  if (/[^aeiou]y$/.test(noun)) return `${count} ${noun.slice(0, -1)}ies`;
  return `${count} ${noun}${/(s|x|ch|sh)$/.test(noun) ? 'es' : 's'}`;
}

/** Without the number or the single capital letter at its end. */
function nounOf(name: string): string {
  let end = name.length;
  while (end > 0 && isDigit(name.charCodeAt(end - 1))) end--;
  if (end === name.length && /[\s#:_-][A-Z]$/.test(name)) end--;
  return end === name.length ? name : name.slice(0, end).replace(/[\s#:_-]+$/, '') || 'span';
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function groupOf(noun: string, spans: readonly Span[], endMs: number): SpanGroup {
  const waiting = spans.filter(({ detail }) => detail?.['waiting'] === true);
  const working =
    waiting.length === 0 ? spans : spans.filter(({ detail }) => detail?.['waiting'] !== true);
  const lasted = waiting.map(({ at, until = endMs }) => until - at);
  const names = new Set(spans.map(({ name }) => name));
  const [only = noun] = names;
  return {
    noun,
    members: names.size,
    who: names.size === 1 ? only : counted(names.size, noun),
    ran: working.length,
    failed: working.filter(({ detail }) => detail?.['ok'] === false).length,
    retries: working.filter((span) => attemptOf(span) > 1).length,
    mostAtOnce: mostAtOnce(working),
    waits: waiting.length,
    waiters: new Set(waiting.map(({ name }) => name)).size,
    longestWaitMs: lasted.reduce((most, ms) => Math.max(most, ms), 0),
  };
}

/**
 * Where one ends and another begins in the same tenth of a millisecond, the one that ends makes room first: it is what
 * let the other begin.
 */
function mostAtOnce(spans: readonly Span[]): number {
  const begins = Float64Array.from(spans, ({ at }) => at + SAME_MS).sort();
  const ends = Float64Array.from(spans, ({ at, until = Number.POSITIVE_INFINITY }) =>
    Math.max(until, at + 2 * SAME_MS),
  ).sort();
  let most = 0;
  let ended = 0;
  for (let i = 0; i < begins.length; i++) {
    const at = begins[i] ?? 0;
    while ((ends[ended] ?? Number.POSITIVE_INFINITY) <= at) ended++;
    most = Math.max(most, i + 1 - ended);
  }
  return most;
}

const SAME_MS = 0.1;
