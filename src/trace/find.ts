/** What stands at a point of a figure, and where in the figure something stands. */
import { BLOCK_PX, type Figure, type LanePlace } from './figure.ts';
import { toMs, toPx } from './layout.ts';
import { blockRow, markRow, messageRow, type Row, spanRow } from './rows.ts';
import { firstIndex } from './sorted-list.ts';

/** In pixels of the figure's axis, and from the figure's top. */
export interface Box {
  readonly fromPx: number;
  readonly toPx: number;
  readonly topPx: number;
  readonly heightPx: number;
}

/** A pointer is not finer than this. */
const NEAR_PX = 4;

/** What is drawn at a point, or very near to it. Takes O(log n) for n spans in a row. */
export function findAt(figure: Figure, xPx: number, yPx: number): Row | undefined {
  const place = figure.lanes.findLast(({ top }) => top <= yPx);
  return (place && findInLane(figure, place, xPx, yPx)) ?? findMessage(figure, xPx, yPx);
}

function findInLane(figure: Figure, place: LanePlace, xPx: number, yPx: number): Row | undefined {
  const { lane } = place;
  const from = toMs(figure.scale, xPx - NEAR_PX);
  const until = toMs(figure.scale, xPx + NEAR_PX);
  const line = Math.floor((yPx - place.spansPx) / place.row.stepPx);
  const row = lane.rows[line];
  if (row) {
    const at = toMs(figure.scale, xPx);
    const first = firstIndex(row, (span) => place.endOf(span) >= from);
    const near = row.slice(first, first + 3).filter((span) => span.at <= until);
    const span = near.find((each) => each.at <= at && place.endOf(each) >= at) ?? near[0];
    if (span) return spanRow(lane, span, line);
  }
  if (Math.abs(yPx - place.loopPx) <= BLOCK_PX / 2 + 2) {
    const block = lane.blocked.find((each) => each.until >= from && each.at <= until);
    if (block) return blockRow(lane, block);
  }
  const mark = lane.marks[firstIndex(lane.marks, (each) => each.at >= from)];
  return mark && mark.at <= until ? markRow(lane, mark) : undefined;
}

function findMessage(figure: Figure, xPx: number, yPx: number): Row | undefined {
  const { timeline } = figure;
  const { messages } = timeline;
  const from = toMs(figure.scale, xPx - NEAR_PX);
  const until = toMs(figure.scale, xPx + NEAR_PX);
  for (let i = firstIndex(messages, ({ at }) => at >= from); i < messages.length; i++) {
    const message = messages[i];
    if (!message || message.at > until) return undefined;
    const row = messageRow(message, timeline);
    const box = boxOf(figure, row);
    if (box && yPx >= box.topPx && yPx <= box.topPx + box.heightPx) return row;
  }
  return undefined;
}

/** Where a row of the table stands in the figure; undefined where it is not drawn. May lie outside of what is shown. */
export function boxOf(figure: Figure, { thread, drawn, at, lastsMs = 0 }: Row): Box | undefined {
  const place = figure.lanes.find(({ lane }) => lane.name === thread);
  if (!place) return undefined;
  const fromPx = toPx(figure.scale, at);
  const across = { fromPx, toPx: toPx(figure.scale, at + lastsMs) };
  switch (drawn.as) {
    case 'span': {
      if (drawn.line === undefined) return undefined;
      const topPx = place.spansPx + drawn.line * place.row.stepPx;
      return { ...across, topPx, heightPx: place.row.barPx };
    }
    case 'block':
    case 'end':
      return { ...across, topPx: place.loopPx - BLOCK_PX / 2, heightPx: BLOCK_PX };
    case 'mark':
      return { ...across, topPx: place.flagsPx, heightPx: place.bottom - place.flagsPx };
    case 'timer':
      return { ...across, topPx: place.loopPx, heightPx: BLOCK_PX / 2 };
    case 'arrow': {
      const to = figure.lanes.find(({ lane }) => lane.name === drawn.to)?.loopPx ?? place.loopPx;
      const topPx = Math.min(place.loopPx, to);
      return { ...across, topPx, heightPx: Math.abs(to - place.loopPx) };
    }
  }
}
