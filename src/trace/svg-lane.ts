/** One lane of the figure: its name, its marks as flags, its loop, and under the loop its spans. */
import { fitFlag, packSpans, textPx, toPx, visible } from './layout.ts';
import { element, escapeMarkup, oneLine } from './markup.ts';
import { drawLoop } from './svg-loop.ts';
import { type LaneContext, labelText, title, x } from './svg-parts.ts';
import { drawSpans, rowSize } from './svg-spans.ts';
import type { Lane, Span } from './timeline.ts';

export interface LaneFigure {
  readonly markup: string;
  readonly heightPx: number;
  /** Where its loop runs: arrows begin and end there. */
  readonly loopPx: number;
}

const PAD_PX = 9;
const LINE_PX = 18;
const LOOP_PX = 20;
/** A dot or an arrowhead at either end of the axis needs a little room beside it. */
export const INSET_PX = 5;

/** `y` is where the lane begins; `gutterPx` is the room at the left for its name, 0 where that stands above the lane. */
export function drawLane(
  lane: Lane,
  context: LaneContext,
  y: number,
  gutterPx: number,
): LaneFigure {
  const { scale, endMs } = context;
  const endOf = (span: Span): number => span.until ?? lane.closedAt ?? Math.max(endMs, span.at);
  const { bars, rows, left } = packSpans(lane.spans, scale, endOf);
  const size = rowSize(rows);
  const above = gutterPx === 0;
  const flagsY = y + PAD_PX + (above ? LINE_PX : 0);
  const loopPx = flagsY + (lane.marks.length > 0 ? LINE_PX : 0) + LOOP_PX / 2;
  const spansY = loopPx + LOOP_PX / 2 + 2;
  const bottom = spansY + rows * size.stepPx + (left > 0 ? LINE_PX : 0);
  const name = {
    class: 'lane-label',
    x: -gutterPx - INSET_PX,
    y: above ? y + PAD_PX + 12 : loopPx + 4,
  };
  const more = { text: `${left} more at the same time`, xPx: 0, anchor: 'start' } as const;
  const markup =
    (y > 0 ? element('line', { class: 'lane-rule', x1: '0%', x2: '100%', y1: y, y2: y }) : '') +
    element('text', name, escapeMarkup(laneLabel(lane))) +
    flags(lane, context, flagsY, bottom) +
    drawLoop(lane, context, loopPx, bottom) +
    drawSpans(bars, lane, context, spansY, size, endOf) +
    labelText(left > 0 ? more : undefined, scale, bottom - 5, 'aside');
  const kind = `lane lane-${lane.kind}`;
  return {
    markup: element('g', { class: kind }, markup),
    heightPx: bottom + PAD_PX - y,
    loopPx,
  };
}

export function laneLabel({ name }: Lane): string {
  return oneLine(name, 18);
}

function flags(lane: Lane, context: LaneContext, y: number, bottom: number): string {
  const { scale } = context;
  const shown = lane.marks
    .filter(({ at }) => visible(scale, at, at))
    .map((mark) => ({ ...mark, px: toPx(scale, mark.at) }))
    // Marks on the same pixels are one line; the table has them all.
    .filter(({ px }, i, all) => i === 0 || px - (all[i - 1]?.px ?? 0) >= 2);
  let freeFrom = 0;
  return shown
    .map(({ name, at, px }, i) => {
      const next = shown[i + 1]?.px ?? scale.widthPx;
      const label = fitFlag(oneLine(name, 48), px, freeFrom, next);
      freeFrom = label?.anchor === 'start' ? label.xPx + textPx(label.text) : px;
      const place = x(scale, px);
      return element(
        'g',
        { class: 'mark' },
        title(context, { at, thread: lane.name, what: `mark: ${name}`, note: '' }) +
          element('line', { x1: place, x2: place, y1: y, y2: bottom }) +
          labelText(label, scale, y + 11, 'mark-label'),
      );
    })
    .join('');
}
