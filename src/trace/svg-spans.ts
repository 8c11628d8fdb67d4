/** A lane's spans as bars, in their rows. Those that are few and wide speak for themselves; a crowd is one shape. */
import type { LanePlace } from './figure.ts';
import { durationText } from './format.ts';
import { type Bar, barsOf, fitInside, fitLabel, type Label } from './layout.ts';
import { element, oneLine } from './markup.ts';
import { spanRow } from './rows.ts';
import { signOf } from './span-state.ts';
import { type DrawContext, labelText, title, x } from './svg-parts.ts';
import type { Span } from './timeline.ts';

/** More bars than these in a lane are drawn as shapes; only what has a label stays an element of its own. */
const MOST_SINGLE_BARS = 240;
/** A bar of its own is at least so wide; what is thinner has no borders to show. */
const LEAST_SINGLE_PX = 3;
const MAX_NAME = 60;

export function drawSpans(place: LanePlace, context: DrawContext): string {
  const { lane, row } = place;
  const { scale } = context;
  const bars = lane.rows.flatMap((spans, i) => {
    const inRow = barsOf(spans, i, scale, place.endOf);
    let said: string | undefined;
    return inRow.map((bar, k) => {
      const freeTo = inRow[k + 1]?.fromPx ?? scale.widthPx;
      const label = row.barPx >= 16 ? labelOf(bar, freeTo, place, said) : undefined;
      const { name } = bar.span;
      if (label?.text.includes(oneLine(name, MAX_NAME))) said = name;
      else if (said !== name) said = undefined;
      return { bar, label };
    });
  });
  const few = bars.length <= MOST_SINGLE_BARS;
  const isSingle = ({ bar, label }: (typeof bars)[number]): boolean =>
    label !== undefined || (few && bar.count === 1 && bar.toPx - bar.fromPx >= LEAST_SINGLE_PX);
  const singles = bars.filter(isSingle);
  const crowd = bars.filter((each) => !isSingle(each)).map(({ bar }) => bar);
  return (
    drawCrowd(crowd, place, context) +
    singles.map(({ bar, label }) => drawBar(bar, label, place, context)).join('')
  );
}

/** All bars of a state are one path, in pixels of the width that was asked for, stretched to the width that there is. */
function drawCrowd(bars: readonly Bar[], place: LanePlace, { scale }: DrawContext): string {
  if (bars.length === 0) return '';
  const { row, spansPx, lane } = place;
  const paths = new Map<string, string>();
  for (const { fromPx, toPx, row: line, state, density } of bars) {
    const shade = density > 0.66 ? 'dense' : density > 0.33 ? 'loose' : 'sparse';
    const kind = [state, shade].filter(Boolean).join(' ');
    const width = Math.max(1.5, toPx - fromPx);
    const d = `M${pixels(fromPx)} ${line * row.stepPx}h${pixels(width)}v${row.barPx}h${pixels(-width)}z`;
    paths.set(kind, (paths.get(kind) ?? '') + d);
  }
  const heightPx = lane.rows.length * row.stepPx;
  return element(
    'svg',
    {
      class: 'crowd',
      x: 0,
      y: spansPx,
      width: '100%',
      height: heightPx,
      viewBox: `0 0 ${pixels(scale.widthPx)} ${heightPx}`,
      preserveAspectRatio: 'none',
    },
    [...paths].map(([kind, d]) => element('path', { class: `bars ${kind}`, d })).join(''),
  );
}

function pixels(value: number): number {
  return Math.round(value * 10) / 10;
}

function drawBar(
  bar: Bar,
  label: Label | undefined,
  place: LanePlace,
  context: DrawContext,
): string {
  const { scale } = context;
  const { span, count, state } = bar;
  const running = count === 1 && span.until === undefined;
  const y = place.spansPx + bar.row * place.row.stepPx;
  return element(
    'g',
    { class: ['span', state, running ? 'running' : ''].filter(Boolean).join(' ') },
    (context.titles ? title(context, barRow(bar, place)) : '') +
      element('rect', {
        x: x(scale, bar.fromPx),
        width: x(scale, bar.toPx - bar.fromPx),
        y,
        height: place.row.barPx,
        rx: 2,
      }) +
      labelText(label, scale, y + 12.5, 'span-label'),
  );
}

function barRow({ span, count, row }: Bar, { lane, endOf }: LanePlace) {
  const drawn = { ...spanRow(lane, span, row), lastsMs: endOf(span) - span.at };
  return count === 1
    ? drawn
    : { ...drawn, what: `${count} spans, the first is ${oneLine(span.name, 60)}` };
}

/** `said` is the name that the bars before it in its row have shown. */
function labelOf(
  bar: Bar,
  freeTo: number,
  { endOf }: LanePlace,
  said: string | undefined,
): Label | undefined {
  const { span, count } = bar;
  if (count > 1) return fitLabel([`×${count}`], bar, freeTo);
  const { full, short } = labelTexts(span, endOf(span) - span.at, said === span.name);
  return fitLabel(full, bar, freeTo) ?? fitInside(short, bar);
}

/**
 * From the fullest to the shortest. The short ones say nothing outside of their bar: a numbered name ends in its
 * number, and a name that the bars before have shown can go.
 */
function labelTexts(span: Span, lastsMs: number, named: boolean) {
  const name = oneLine(span.name, MAX_NAME);
  const sign = signOf(span);
  const lasts = durationText(lastsMs);
  if (span.detail?.['waiting'] === true) {
    const short = [`waits ${lasts}`, 'waits'];
    return named
      ? { full: [], short }
      : {
          full: [`${name} waits ${lasts}`, `${name} waits`],
          short: [name, ...short, ...numberOf(name)],
        };
  }
  const short = [...numberOf(name).map((number) => `${sign}${number}`), sign.trim()];
  return { full: [`${sign}${name} ${lasts}`, `${sign}${name}`], short: short.filter(Boolean) };
}

function numberOf(name: string): readonly string[] {
  const number = /(?<=[\s#-])\d+$/.exec(name)?.[0];
  return number === undefined ? [] : [number];
}
