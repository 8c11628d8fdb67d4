/** Where things go in a figure of a given width: rows for spans that overlap, and labels only where there is room. */
import type { Span } from './timeline.ts';

/** The part of the run that is shown, and how wide. */
export interface Scale {
  readonly fromMs: number;
  readonly toMs: number;
  readonly widthPx: number;
}

export function toPx({ fromMs, toMs, widthPx }: Scale, ms: number): number {
  return ((ms - fromMs) / (toMs - fromMs)) * widthPx;
}

/** A length of the axis, in pixels, cut to what is shown. */
export interface Stretch {
  readonly fromPx: number;
  readonly toPx: number;
}

/** What of an interval is in view, or undefined. */
export function visible(scale: Scale, at: number, until: number): Stretch | undefined {
  if (until < scale.fromMs || at > scale.toMs) return undefined;
  return {
    fromPx: Math.max(0, toPx(scale, at)),
    toPx: Math.min(scale.widthPx, toPx(scale, until)),
  };
}

/** A bar: one span, or several that are too small and too near to each other to be drawn apart. */
export interface Bar extends Stretch {
  readonly spans: readonly [Span, ...Span[]];
  readonly row: number;
}

/** More rows than these would be a page, not a figure. */
const MAX_ROWS = 40;
/** Bars narrower than this, and nearer to each other than this, become one. */
const TINY_PX = 1.5;

export interface Packed {
  readonly bars: readonly Bar[];
  readonly rows: number;
  /** Spans for which there was no row. */
  readonly left: number;
}

/**
 * Puts each span into the first row that is free at its beginning: what runs inside another span lies under it,
 * what follows lies beside it. `spans` are in the order of the timeline; `endOf` says where a running one is cut.
 * Rows do not depend on the scale, so that nothing jumps while it changes.
 */
export function packSpans(
  spans: readonly Span[],
  scale: Scale,
  endOf: (span: Span) => number,
): Packed {
  const ends: number[] = [];
  const last = new Map<number, number>();
  const bars: Bar[] = [];
  let left = 0;
  for (const span of spans) {
    const until = endOf(span);
    let row = ends.findIndex((end) => end <= span.at);
    if (row === -1) row = ends.length;
    if (row >= MAX_ROWS) {
      left++;
      continue;
    }
    ends[row] = Math.max(until, span.at);
    const stretch = visible(scale, span.at, until);
    if (!stretch) continue;
    const index = last.get(row);
    const before = index === undefined ? undefined : bars[index];
    if (index !== undefined && before && isTiny(stretch) && joins(before, stretch)) {
      bars[index] = { ...before, spans: [...before.spans, span], toPx: stretch.toPx };
    } else {
      last.set(row, bars.length);
      bars.push({ ...stretch, spans: [span], row });
    }
  }
  return { bars, rows: ends.length, left };
}

function isTiny({ fromPx, toPx }: Stretch): boolean {
  return toPx - fromPx < TINY_PX;
}

function joins(before: Bar, next: Stretch): boolean {
  return next.fromPx - before.toPx < TINY_PX && (before.spans.length > 1 || isTiny(before));
}

/** Labels are set in the code face, whose letters are all 0.6 em wide, at 12 pixels. */
const LETTER_PX = 7.2;

export function textPx(text: string): number {
  return [...text].length * LETTER_PX;
}

export interface Label {
  readonly text: string;
  readonly xPx: number;
  readonly anchor: 'start' | 'end';
}

/** Space between a label and what it stands beside. */
const GAP_PX = 5;

/** The first of the texts that fits into the stretch. */
export function fitInside(texts: readonly string[], stretch: Stretch): Label | undefined {
  const text = texts.find((each) => textPx(each) + 2 * GAP_PX <= stretch.toPx - stretch.fromPx);
  return text === undefined ? undefined : { text, xPx: stretch.fromPx + GAP_PX, anchor: 'start' };
}

/**
 * The first of the texts that fits into the stretch, or else beside it, before `nextPx` where something else begins.
 * No label at all is better than two on top of each other.
 */
export function fitLabel(
  texts: readonly string[],
  stretch: Stretch,
  nextPx: number,
): Label | undefined {
  return fitInside(texts, stretch) ?? fitInside(texts, { fromPx: stretch.toPx, toPx: nextPx });
}

/** For a moment: to the right of its place, or to the left where the figure ends or something else is near. */
export function fitFlag(
  text: string,
  px: number,
  beforePx: number,
  nextPx: number,
  gapPx = GAP_PX,
): Label | undefined {
  const needs = textPx(text) + 2 * gapPx;
  if (needs <= nextPx - px) return { text, xPx: px + gapPx, anchor: 'start' };
  if (needs <= px - beforePx) return { text, xPx: px - gapPx, anchor: 'end' };
  return undefined;
}
