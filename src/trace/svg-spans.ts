/** A lane's spans as bars, in the rows that the layout gave them. */
import { durationText } from './format.ts';
import { type Bar, fitLabel } from './layout.ts';
import { element, oneLine } from './markup.ts';
import { spanState } from './rows.ts';
import { type LaneContext, labelText, title, x } from './svg-parts.ts';
import type { Lane, Span } from './timeline.ts';

export interface RowSize {
  readonly stepPx: number;
  readonly barPx: number;
}

/** Many rows are drawn thin: the shape of the crowd matters then, not the single name. */
export function rowSize(rows: number): RowSize {
  if (rows <= 8) return { stepPx: 21, barPx: 17 };
  return rows <= 20 ? { stepPx: 10, barPx: 8 } : { stepPx: 5, barPx: 4 };
}

const SIGNS = { failed: '✕ ', retried: '↻ ', waiting: '' };

export function drawSpans(
  bars: readonly Bar[],
  lane: Lane,
  context: LaneContext,
  top: number,
  size: RowSize,
  endOf: (span: Span) => number,
): string {
  const { scale } = context;
  const nextPx = new Map<number, number>();
  // From the last one back, so that each bar knows where the next one of its row begins.
  return bars
    .toReversed()
    .map((bar) => {
      const freeTo = nextPx.get(bar.row) ?? scale.widthPx;
      nextPx.set(bar.row, bar.fromPx);
      return drawBar(bar, freeTo, lane, context, top + bar.row * size.stepPx, size.barPx, endOf);
    })
    .toReversed()
    .join('');
}

function drawBar(
  bar: Bar,
  freeTo: number,
  lane: Lane,
  context: LaneContext,
  y: number,
  height: number,
  endOf: (span: Span) => number,
): string {
  const { scale } = context;
  const [span] = bar.spans;
  const count = bar.spans.length;
  const state = count === 1 ? spanState(span) : undefined;
  const running = bar.spans.some(({ until }) => until === undefined);
  const name = oneLine(span.name, 60);
  const lastsMs = endOf(span) - span.at;
  const sign = state ? SIGNS[state] : '';
  const texts =
    count === 1 ? [`${sign}${name} ${durationText(lastsMs)}`, `${sign}${name}`] : [`×${count}`];
  const label = height >= 16 ? fitLabel(texts, bar, freeTo) : undefined;
  const notes = [running ? 'not ended' : '', state ?? ''].filter(Boolean);
  const what = count === 1 ? name : `${count} spans, the first is ${name}`;
  const row = { at: span.at, thread: lane.name, what, lastsMs, note: notes.join(', ') };
  return element(
    'g',
    { class: ['span', state, running ? 'running' : ''].filter(Boolean).join(' ') },
    title(context, row) +
      element('rect', {
        x: x(scale, bar.fromPx),
        width: x(scale, bar.toPx - bar.fromPx),
        y,
        height,
        rx: 1.5,
      }) +
      labelText(label, scale, y + 12.5, 'span-label'),
  );
}
