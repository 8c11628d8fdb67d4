/** One lane of the figure: its name, its marks as flags, its loop, and under the loop its spans. */
import { INSET_PX, indentOf, LABEL_LINE_PX, type LanePlace } from './figure.ts';
import { fitFlag, textPx, toPx, visible } from './layout.ts';
import { element, escapeMarkup, oneLine } from './markup.ts';
import { markRow } from './rows.ts';
import { drawLoop } from './svg-loop.ts';
import { type DrawContext, labelText, title, x } from './svg-parts.ts';
import { drawSpans } from './svg-spans.ts';

export function drawLane(place: LanePlace, context: DrawContext): string {
  const { lane, top, bottom } = place;
  const { scale, gutterPx } = context;
  const nameX = -gutterPx - INSET_PX + (gutterPx > 0 ? indentOf(lane) : 0);
  const name = place.label.map((line, i) => {
    const y = place.labelPx + i * LABEL_LINE_PX;
    return element('text', { class: 'lane-label', x: nameX, y }, escapeMarkup(line));
  });
  const rule = { x1: '0%', x2: '100%', y1: top, y2: top };
  const more = { text: `${lane.left} more at the same time`, xPx: 0, anchor: 'start' } as const;
  return element(
    'g',
    { class: `lane lane-${lane.kind}` },
    (top > 0
      ? element('line', { class: place.beginsProcess ? 'process-rule' : 'lane-rule', ...rule })
      : '') +
      name.join('') +
      flags(place, context) +
      drawLoop(place, context) +
      drawSpans(place, context) +
      labelText(lane.left > 0 ? more : undefined, scale, bottom - 5, 'aside'),
  );
}

function flags({ lane, flagsPx, bottom }: LanePlace, context: DrawContext): string {
  const { scale } = context;
  let last = Number.NEGATIVE_INFINITY;
  const shown = lane.marks
    .filter(({ at }) => visible(scale, at, at))
    .map((mark) => ({ mark, px: toPx(scale, mark.at) }))
    // Marks on the same pixels are one line; the table has them all.
    .filter(({ px }) => {
      if (px - last < 2) return false;
      last = px;
      return true;
    });
  let freeFrom = 0;
  return shown
    .map(({ mark, px }, i) => {
      const next = shown[i + 1]?.px ?? scale.widthPx;
      const label = fitFlag(oneLine(mark.name, 48), px, freeFrom, next);
      freeFrom = label?.anchor === 'start' ? label.xPx + textPx(label.text) : px;
      const place = x(scale, px);
      return element(
        'g',
        { class: 'mark' },
        title(context, markRow(lane, mark)) +
          element('line', { x1: place, x2: place, y1: flagsPx, y2: bottom }) +
          labelText(label, scale, flagsPx + 11, 'mark-label'),
      );
    })
    .join('');
}
