/** A lane's loop: the line from where the thread begins to where it ends, and the blocks in which it did not turn. */
import { durationText } from './format.ts';
import { fitFlag, fitInside, type Scale, toPx, visible } from './layout.ts';
import { element, oneLine } from './markup.ts';
import { blockedWord, endText } from './rows.ts';
import { type LaneContext, labelText, title, x } from './svg-parts.ts';
import type { Lane } from './timeline.ts';

const BLOCK_PX = 14;
/** Room for "blocked 12.3 s". */
const BLOCK_LABEL_PX = 120;

/** `y` is the line's, `bottom` the lane's: what blocks the main thread shades all that is in it. */
export function drawLoop(lane: Lane, context: LaneContext, y: number, bottom: number): string {
  const { scale, endMs, running } = context;
  const from = lane.openedAt ?? scale.fromMs;
  const until = lane.closedAt ?? Math.max(endMs, from);
  const known =
    running && lane.closedAt === undefined ? Math.min(until, lane.heardAt ?? from) : until;
  return (
    line(scale, from, known, y, 'loop') +
    line(scale, known, until, y, 'loop unheard') +
    blocks(lane, context, y, bottom) +
    ends(lane, scale, y)
  );
}

function line(scale: Scale, at: number, until: number, y: number, kind: string): string {
  const stretch = until > at ? visible(scale, at, until) : undefined;
  if (!stretch) return '';
  const [x1, x2] = [x(scale, stretch.fromPx), x(scale, stretch.toPx)];
  return element('line', { class: kind, x1, x2, y1: y, y2: y });
}

function blocks(lane: Lane, context: LaneContext, y: number, bottom: number): string {
  const { scale, id } = context;
  const word = blockedWord(lane);
  return lane.blocked
    .map(({ at, until }) => {
      const stretch = visible(scale, at, until);
      if (!stretch) return '';
      const lastsMs = until - at;
      const label = fitInside([`${word} ${durationText(lastsMs)}`, word], stretch);
      const place = {
        x: x(scale, stretch.fromPx),
        width: x(scale, stretch.toPx - stretch.fromPx),
      };
      const shade = { class: 'shade', ...place, y, height: Math.max(0, bottom - y) };
      const hatched = { class: 'hatched', ...place, y: y - BLOCK_PX / 2, height: BLOCK_PX };
      return element(
        'g',
        { class: `block ${word}` },
        title(context, { at, thread: lane.name, what: word, lastsMs, note: '' }) +
          (lane.kind === 'main' ? element('rect', shade) : '') +
          element('rect', { ...hatched, fill: `url(#${id}-${word})` }) +
          labelText(label, scale, y + 4, 'block-label', true),
      );
    })
    .join('');
}

/** A dot where a thread begins, a bar where it ends, and a cross with a word where it did not end well. */
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
    return (
      markup + element('line', { class: 'closed', x1: place, x2: place, y1: y - 6, y2: y + 6 })
    );
  }
  const cross = element('path', { d: 'M-5 -5L5 5M-5 5L5 -5' });
  const block = lane.blocked.at(-1);
  const before = Math.min(px, toPx(scale, block?.until ?? scale.fromMs));
  const short = oneLine(word, 24);
  const beside = fitFlag(short, px, before, scale.widthPx, 10);
  // What is blocked to its very end leaves room only on the block itself, behind the block's own label.
  const onBlock = fitFlag(
    short,
    px,
    toPx(scale, block?.at ?? scale.fromMs) + BLOCK_LABEL_PX,
    px,
    10,
  );
  const label = beside ?? onBlock;
  return (
    markup +
    element(
      'svg',
      { class: 'failed', x: place, y, overflow: 'visible', 'aria-hidden': 'true' },
      cross,
    ) +
    labelText(label, scale, y + 4, 'failed-label', label !== beside)
  );
}
