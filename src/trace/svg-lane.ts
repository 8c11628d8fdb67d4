/** One lane of the figure: its marks, its loop, and under the loop its spans. */
import { durationText } from './format.ts';
import {
  type Bar,
  fitFlag,
  fitLabel,
  type Label,
  packSpans,
  type Scale,
  toPx,
  visible,
} from './layout.ts';
import { element, escapeMarkup, oneLine, percent } from './markup.ts';
import { blockedWord, endText, rowText, spanState } from './rows.ts';
import type { Lane, Span } from './timeline.ts';

export interface LaneContext {
  readonly id: string;
  readonly label: string;
  readonly scale: Scale;
  /** Room for the label at the left; 0 where it stands above the lane. */
  readonly gutter: number;
  readonly y: number;
  /** Where what has no end yet is cut. */
  readonly endMs: number;
  readonly running: boolean;
  /** What the reader's times count from. */
  readonly startMs: number;
}

export interface LaneFigure {
  readonly markup: string;
  readonly heightPx: number;
  /** Where its loop runs: arrows begin and end there. */
  readonly loopPx: number;
}

const PAD = 9;
const LINE = 18;
const LOOP = 20;
const BLOCK = 14;

export function drawLane(lane: Lane, context: LaneContext): LaneFigure {
  const { scale, gutter, y, label, endMs } = context;
  const endOf = (span: Span): number => span.until ?? lane.closedAt ?? Math.max(endMs, span.at);
  const packed = packSpans(lane.spans, scale, endOf);
  const labelPx = gutter === 0 ? LINE : 0;
  const flagsPx = lane.marks.length > 0 ? LINE : 0;
  const flagsY = y + PAD + labelPx;
  const loopPx = flagsY + flagsPx + LOOP / 2;
  const spansY = loopPx + LOOP / 2 + 2;
  const row = rowSize(packed.rows);
  const leftPx = packed.left > 0 ? LINE : 0;
  const bottom = spansY + packed.rows * row.step + leftPx;
  const markup =
    (y > 0 ? element('line', { class: 'lane-rule', x1: '0%', x2: '100%', y1: y, y2: y }) : '') +
    element(
      'text',
      { class: 'lane-label', x: -gutter, y: gutter === 0 ? y + PAD + 12 : loopPx + 4 },
      escapeMarkup(label),
    ) +
    flags(lane, context, flagsY, bottom) +
    loop(lane, context, loopPx, bottom) +
    bars(packed.bars, lane, context, spansY, row, endOf) +
    (packed.left > 0
      ? text(
          { text: `${packed.left} more at the same time`, xPx: 0, anchor: 'start' },
          scale,
          bottom - 5,
          'aside',
        )
      : '');
  return {
    markup: element('g', { class: `lane lane-${lane.kind}` }, markup),
    heightPx: bottom + PAD - y,
    loopPx,
  };
}

interface RowSize {
  readonly step: number;
  readonly bar: number;
}

/** Many rows are drawn thin: the shape of the crowd matters then, not the single name. */
function rowSize(rows: number): RowSize {
  if (rows <= 8) return { step: 21, bar: 17 };
  return rows <= 20 ? { step: 10, bar: 8 } : { step: 5, bar: 4 };
}

function loop(lane: Lane, context: LaneContext, y: number, bottom: number): string {
  const { scale, endMs, running } = context;
  const from = lane.openedAt ?? scale.fromMs;
  const until = lane.closedAt ?? Math.max(endMs, from);
  const known = running && lane.closedAt === undefined ? Math.min(until, lastHeard(lane)) : until;
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
  const { fromPx, toPx: endPx } = stretch;
  return element('line', { class: kind, x1: x(scale, fromPx), x2: x(scale, endPx), y1: y, y2: y });
}

function lastHeard({ openedAt, spans, blocked, marks }: Lane): number {
  const ats = [...spans, ...blocked].map(({ at, until }) => until ?? at);
  return Math.max(openedAt ?? 0, ...ats, ...marks.map(({ at }) => at));
}

function blocks(lane: Lane, context: LaneContext, y: number, bottom: number): string {
  const { scale, id, startMs } = context;
  const word = blockedWord(lane);
  const shown = lane.blocked.flatMap((interval) => {
    const stretch = visible(scale, interval.at, interval.until);
    return stretch ? [{ ...interval, ...stretch }] : [];
  });
  return shown
    .map(({ at, until, fromPx, toPx: endPx }, i) => {
      const next = shown[i + 1]?.fromPx ?? scale.widthPx;
      const lasted = until - at;
      const place = { x: x(scale, fromPx), width: x(scale, endPx - fromPx) };
      const label = fitLabel(
        [`${word} ${durationText(lasted)}`, word],
        { fromPx, toPx: endPx },
        next,
      );
      const title = rowText({
        at: at - startMs,
        thread: lane.name,
        what: word,
        lastsMs: lasted,
        note: '',
      });
      return element(
        'g',
        { class: `block ${word}` },
        element('title', {}, escapeMarkup(oneLine(title, 200))) +
          (lane.kind === 'main'
            ? element('rect', { class: 'shade', ...place, y, height: Math.max(0, bottom - y) })
            : '') +
          element('rect', {
            class: 'hatched',
            ...place,
            y: y - BLOCK / 2,
            height: BLOCK,
            fill: `url(#${id}-${word})`,
          }) +
          text(label, scale, y + 4, 'block-label'),
      );
    })
    .join('');
}

/** A dot where a thread begins, a bar where it ends, and a cross where it did not end well. */
function ends(lane: Lane, scale: Scale, y: number): string {
  const { openedAt, closedAt } = lane;
  let markup = '';
  if (openedAt !== undefined && visible(scale, openedAt, openedAt)) {
    markup += element('circle', {
      class: 'opened',
      cx: x(scale, toPx(scale, openedAt)),
      cy: y,
      r: 3.5,
    });
  }
  if (closedAt === undefined || !visible(scale, closedAt, closedAt)) return markup;
  const px = toPx(scale, closedAt);
  const at = x(scale, px);
  const word = endText(lane);
  if (!word) {
    return markup + element('line', { class: 'closed', x1: at, x2: at, y1: y - 6, y2: y + 6 });
  }
  const lastBlock = lane.blocked.at(-1);
  const before = lastBlock ? toPx(scale, lastBlock.until) : 0;
  return (
    markup +
    element(
      'svg',
      { class: 'failed', x: at, y, overflow: 'visible' },
      element('path', { d: 'M-5 -5L5 5M-5 5L5 -5' }),
    ) +
    text(
      fitFlag(oneLine(word, 24), px, Math.min(before, px), scale.widthPx),
      scale,
      y + 4,
      'failed-label',
      5,
    )
  );
}

function bars(
  all: readonly Bar[],
  lane: Lane,
  context: LaneContext,
  top: number,
  row: RowSize,
  endOf: (span: Span) => number,
): string {
  const { scale, startMs } = context;
  const nextInRow = new Map<number, number>();
  // From the last one back, so that each bar knows where the next one of its row begins.
  const drawn = [...all].reverse().map((bar) => {
    const nextPx = nextInRow.get(bar.row) ?? scale.widthPx;
    nextInRow.set(bar.row, bar.fromPx);
    const y = top + bar.row * row.step;
    const [span] = bar.spans;
    const state = bar.spans.length === 1 ? spanState(span) : undefined;
    const running = bar.spans.some(({ until }) => until === undefined);
    const name = oneLine(span.name, 60);
    const lasted = durationText(endOf(span) - span.at);
    const sign = state === 'failed' ? '✕ ' : state === 'retried' ? '↻ ' : '';
    const texts =
      bar.spans.length === 1
        ? [`${sign}${name} ${lasted}`, `${sign}${name}`]
        : [`${bar.spans.length} spans`, `×${bar.spans.length}`];
    const label = row.bar >= 16 ? fitLabel(texts, bar, nextPx) : undefined;
    const note = [running ? 'not ended' : '', state ?? ''].filter(Boolean).join(', ');
    const title = rowText({
      at: span.at - startMs,
      thread: lane.name,
      what: bar.spans.length === 1 ? name : `${bar.spans.length} spans, first ${name}`,
      lastsMs: bar.spans.length === 1 ? endOf(span) - span.at : undefined,
      note,
    });
    return element(
      'g',
      { class: ['span', state, running ? 'running' : ''].filter(Boolean).join(' ') },
      element('title', {}, escapeMarkup(oneLine(title, 300))) +
        element('rect', {
          x: x(scale, bar.fromPx),
          width: x(scale, bar.toPx - bar.fromPx),
          y,
          height: row.bar,
          rx: 1.5,
        }) +
        text(label, scale, y + 12.5, 'span-label'),
    );
  });
  return drawn.reverse().join('');
}

function flags(lane: Lane, context: LaneContext, y: number, bottom: number): string {
  const { scale, startMs } = context;
  const shown = lane.marks
    .filter(({ at }) => visible(scale, at, at))
    .map((mark) => ({ ...mark, px: toPx(scale, mark.at) }));
  let freeFrom = 0;
  let drawnTo = Number.NEGATIVE_INFINITY;
  return shown
    .map(({ name, at, px }, i) => {
      // Marks on the same pixels are one line; the table has them all.
      if (px - drawnTo < 2) return '';
      drawnTo = px;
      const next = shown.slice(i + 1).find((mark) => mark.px - px >= 2)?.px ?? scale.widthPx;
      const label = fitFlag(oneLine(name, 48), px, freeFrom, next);
      freeFrom = label?.anchor === 'start' ? label.xPx + 7.2 * label.text.length : px;
      const title = rowText({
        at: at - startMs,
        thread: lane.name,
        what: `mark: ${name}`,
        note: '',
      });
      const place = x(scale, px);
      return element(
        'g',
        { class: 'mark' },
        element('title', {}, escapeMarkup(oneLine(title, 200))) +
          element('line', { x1: place, x2: place, y1: y, y2: bottom }) +
          text(label, scale, y + 11, 'mark-label'),
      );
    })
    .join('');
}

function text(label: Label | undefined, scale: Scale, y: number, kind: string, shift = 0): string {
  if (!label) return '';
  const { text: words, xPx, anchor } = label;
  return element(
    'text',
    {
      class: kind,
      x: x(scale, xPx),
      y,
      dx: shift === 0 ? undefined : anchor === 'end' ? -shift : shift,
      'text-anchor': anchor === 'end' ? 'end' : undefined,
    },
    escapeMarkup(words),
  );
}

function x(scale: Scale, px: number): string {
  return percent(px / scale.widthPx);
}
