/** What the parts of the figure share: the context that they are drawn in, places on the axis, and labels. */
import { type Label, type Scale, textPx } from './layout.ts';
import { element, escapeMarkup, oneLine, percent } from './markup.ts';
import { type Row, rowText } from './rows.ts';

export interface LaneContext {
  /** Unique in the document, for the ids of patterns. */
  readonly id: string;
  readonly scale: Scale;
  /** Where what has no end yet is cut. */
  readonly endMs: number;
  /** The program has not ended: what has not been heard of lately is not known. */
  readonly running: boolean;
  /** What the reader's times count from. */
  readonly startMs: number;
}

/** A place or a length on the axis. */
export function x({ widthPx }: Scale, px: number): string {
  return percent(px / widthPx);
}

/** What a browser shows under the pointer, and what the figure's element reads out. */
export function title({ startMs }: LaneContext, row: Row): string {
  const words = rowText({ ...row, at: row.at - startMs });
  return element('title', {}, escapeMarkup(oneLine(words, 240)));
}

/** `baseline` is in pixels; `plate` puts paper under the words where they stand on a pattern. */
export function labelText(
  label: Label | undefined,
  scale: Scale,
  baseline: number,
  kind: string,
  plate = false,
): string {
  if (!label) return '';
  const { text, xPx, anchor } = label;
  const place = x(scale, xPx);
  const attributes = {
    class: kind,
    x: place,
    y: baseline,
    'text-anchor': anchor === 'end' ? 'end' : undefined,
  };
  const under = element('rect', {
    class: 'plate',
    x: place,
    y: baseline - 10,
    width: textPx(text) + 8,
    height: 12,
    transform: `translate(${anchor === 'end' ? -textPx(text) - 4 : -4})`,
  });
  return (plate ? under : '') + element('text', attributes, escapeMarkup(text));
}
