/** Where things go along the time axis: bars that are wide enough to be seen, and labels where there is room. */
import { firstIndex } from './sorted-list.ts';
import { type SpanState, spanState } from './span-state.ts';
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

export function toMs({ fromMs, toMs: until, widthPx }: Scale, px: number): number {
  return fromMs + (px / widthPx) * (until - fromMs);
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
  readonly row: number;
  /** The span, or the first one of several. */
  readonly span: Span;
  readonly count: number;
  /** Of several: of the one that says most, in the order failed, retried, waiting. */
  readonly state: SpanState | undefined;
  /** How much of its length is covered by spans, from 0 to 1. */
  readonly density: number;
}

/** Bars narrower than this, and nearer to each other than this, become one. */
const TINY_PX = 2;

/**
 * The bars of a row, of which only what is in view is looked at: with n spans in the row and m in view it takes
 * O(log n + m). `endOf` says where a span that is still running is cut.
 */
export function barsOf(
  spans: readonly Span[],
  row: number,
  scale: Scale,
  endOf: (span: Span) => number,
): readonly Bar[] {
  const bars: Bar[] = [];
  const { fromMs, toMs, widthPx } = scale;
  const pxPerMs = widthPx / (toMs - fromMs);
  let bar: Growing | undefined;
  for (let i = firstIndex(spans, (span) => endOf(span) >= fromMs); i < spans.length; i++) {
    const span = spans[i] as Span;
    if (span.at > toMs) break;
    const until = Math.max(endOf(span), span.at);
    const fromPx = Math.max(0, (span.at - fromMs) * pxPerMs);
    const toPx = Math.max(fromPx, Math.min(widthPx, (until - fromMs) * pxPerMs));
    const isTiny = toPx - fromPx < TINY_PX;
    if (bar && isTiny && bar.isTiny && fromPx - bar.toPx < TINY_PX) {
      bar.coveredPx += toPx - fromPx;
      bar.toPx = toPx;
      bar.count++;
      bar.state = stronger(bar.state, spanState(span));
    } else {
      if (bar) bars.push(finished(bar));
      const state = spanState(span);
      bar = { row, fromPx, toPx, span, count: 1, state, isTiny, coveredPx: toPx - fromPx };
    }
  }
  if (bar) bars.push(finished(bar));
  return bars;
}

/** A bar that spans are being added to. */
interface Growing extends Pick<Bar, 'row' | 'fromPx' | 'span'> {
  toPx: number;
  count: number;
  state: SpanState | undefined;
  /** All of its spans are. */
  readonly isTiny: boolean;
  coveredPx: number;
}

function finished({ isTiny: _, coveredPx, ...bar }: Growing): Bar {
  const lengthPx = bar.toPx - bar.fromPx;
  return { ...bar, density: lengthPx > 0 ? Math.min(1, coveredPx / lengthPx) : 1 };
}

const STRENGTH: readonly (SpanState | undefined)[] = ['waiting', undefined, 'retried', 'failed'];

function stronger(a: SpanState | undefined, b: SpanState | undefined): SpanState | undefined {
  if (a === b) return a;
  return STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b;
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
