/** A lane's loop: the line from where the thread begins to where it ends, and the blocks in which it did not turn. */
import { BLOCK_PX, type LanePlace } from './figure.ts';
import { durationText } from './format.ts';
import { fitFlag, fitInside, type Scale, textPx, toPx, visible } from './layout.ts';
import { element, oneLine } from './markup.ts';
import { blockedWord, blockRow, endText } from './rows.ts';
import { type DrawContext, labelText, title, x } from './svg-parts.ts';
import type { Lane } from './timeline.ts';

export function drawLoop(place: LanePlace, context: DrawContext): string {
  const { lane, loopPx } = place;
  const { scale, endMs, running } = context;
  const from = lane.openedAt ?? scale.fromMs;
  const until = lane.closedAt ?? Math.max(endMs, from);
  const known =
    running && lane.closedAt === undefined ? Math.min(until, lane.heardAt ?? from) : until;
  return (
    line(scale, from, known, loopPx, 'loop') +
    line(scale, known, until, loopPx, 'loop unheard') +
    blocks(place, context) +
    ends(lane, scale, loopPx)
  );
}

function line(scale: Scale, at: number, until: number, y: number, kind: string): string {
  const stretch = until > at ? visible(scale, at, until) : undefined;
  if (!stretch) return '';
  const [x1, x2] = [x(scale, stretch.fromPx), x(scale, stretch.toPx)];
  return element('line', { class: kind, x1, x2, y1: y, y2: y });
}

function blocks({ lane, loopPx: y, bottom }: LanePlace, context: DrawContext): string {
  const { scale, id } = context;
  const word = blockedWord(lane);
  return lane.blocked
    .map((block, i) => {
      const { at, until } = block;
      const stretch = visible(scale, at, until);
      if (!stretch) return '';
      const lastsMs = until - at;
      const ends = lane.closedAt === until && i === lane.blocked.length - 1 ? endText(lane) : '';
      // What is blocked to its very end leaves room behind its own label for how it ended.
      const room = ends === '' ? 0 : textPx(ends) + 30;
      const label = fitInside([`${word} ${durationText(lastsMs)}`, word], {
        ...stretch,
        toPx: Math.max(stretch.fromPx, stretch.toPx - room),
      });
      const place = {
        x: x(scale, stretch.fromPx),
        width: x(scale, stretch.toPx - stretch.fromPx),
      };
      const shade = { class: 'shade', ...place, y, height: Math.max(0, bottom - y) };
      const hatched = { class: 'hatched', ...place, y: y - BLOCK_PX / 2, height: BLOCK_PX };
      return element(
        'g',
        { class: `block ${word}` },
        title(context, blockRow(lane, block)) +
          // What blocks the main thread shades all that is in it.
          (lane.kind === 'main' ? element('rect', shade) : '') +
          element('rect', { ...hatched, fill: `url(#${id}-${word})` }) +
          labelText(label, scale, y + 4, 'block-label', true),
      );
    })
    .join('');
}

/** A dot where a thread begins, a bar where it ends, and a cross with a word where it did not end by itself. */
function ends(lane: Lane, scale: Scale, y: number): string {
  const { openedAt, closedAt } = lane;
  let markup = '';
  if (openedAt !== undefined && visible(scale, openedAt, openedAt)) {
    const cx = x(scale, toPx(scale, openedAt));
    markup += element('circle', { class: 'opened', cx, cy: y, r: 3.5 });
  }
  if (closedAt === undefined || !visible(scale, closedAt, closedAt)) return markup;
  const px = toPx(scale, closedAt);
  const place = x(scale, px);
  const word = endText(lane);
  if (!word) {
    const closed = { class: 'closed', x1: place, x2: place, y1: y - 6, y2: y + 6 };
    return markup + element('line', closed);
  }
  const block = lane.blocked.at(-1);
  const blockEnd = Math.min(px, toPx(scale, block?.until ?? scale.fromMs));
  const blockStart = Math.max(0, Math.min(px, toPx(scale, block?.at ?? scale.fromMs)));
  const short = oneLine(word, 24);
  const label =
    fitFlag(short, px, blockEnd, scale.widthPx, 10) ?? fitFlag(short, px, blockStart, px, 10);
  const cross = element('path', { d: 'M-6 -6L6 6M-6 6L6 -6' });
  const sign = { class: 'failed', x: place, y, overflow: 'visible', 'aria-hidden': 'true' };
  return (
    markup +
    element('svg', sign, cross) +
    labelText(label, scale, y + 4, 'failed-label', label?.anchor === 'end')
  );
}
