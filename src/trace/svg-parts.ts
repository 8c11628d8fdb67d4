/** What the parts of the figure share: the context that they are drawn in, patterns, places on the axis, labels. */
import type { Figure } from './figure.ts';
import { type Label, type Scale, textPx } from './layout.ts';
import { element, escapeMarkup, oneLine, percent } from './markup.ts';
import { type Row, rowText } from './rows.ts';

export interface DrawContext extends Figure {
  /** Unique in the document, for the ids of patterns. */
  readonly id: string;
  readonly titles: boolean;
}

/** Ids of patterns are global in a document, so each figure has its own. */
export function definitions(id: string): string {
  const hatches = ['blocked', 'busy'].map((kind) => {
    const attributes = {
      id: `${id}-${kind}`,
      class: `hatch-${kind}`,
      width: 6,
      height: 6,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    };
    const ground = element('rect', { width: 6, height: 6, class: 'hatch-ground' });
    const line = element('path', { d: 'M1.25 0V6', class: 'hatch-line' });
    return element('pattern', attributes, ground + line);
  });
  const arrow = element(
    'marker',
    {
      id: `${id}-arrow`,
      markerWidth: 8,
      markerHeight: 8,
      refX: 7,
      refY: 4,
      orient: 'auto',
      markerUnits: 'userSpaceOnUse',
    },
    element('path', { class: 'arrow', d: 'M0 0.5L7.5 4L0 7.5Z' }),
  );
  return element('defs', {}, hatches.join('') + arrow);
}

/** A place or a length on the axis. */
export function x({ widthPx }: Scale, px: number): string {
  return percent(px / widthPx);
}

/** What a browser shows under the pointer. */
export function title({ titles, timeline }: DrawContext, row: Row): string {
  if (!titles) return '';
  return element('title', {}, escapeMarkup(oneLine(rowText(row, timeline.startMs), 240)));
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
