/**
 * A timeline as SVG text, the same on the server and in the page.
 *
 * Along the time axis everything is placed in percent and everything else in pixels: the figure fills whatever
 * column it stands in without a script and without its letters being stretched. The width that is asked for
 * decides only how many ticks there are and which labels have room. Colours are custom properties of classes,
 * so that themes and forced colours work; see `components/Timeline.astro`.
 */
import { durationText, ticks } from './format.ts';
import { type Scale, textPx, toPx } from './layout.ts';
import { element, escapeMarkup, oneLine, percent } from './markup.ts';
import { timelineSummary } from './summary.ts';
import { drawLane, INSET_PX, laneLabel } from './svg-lane.ts';
import type { Lane, Timeline } from './timeline.ts';

export interface SvgOptions {
  /** Of the whole figure, in CSS pixels. From {@link WIDE_PX} on the lanes' names stand at their left, before that above. */
  readonly widthPx: number;
  /** Unique in the document: ids inside the figure begin with it. Letters, digits and hyphens. */
  readonly id: string;
  /** What is shown, in the timeline's own times; everything, if it is left out. */
  readonly window?: { readonly fromMs: number; readonly toMs: number } | undefined;
  /** While the program runs: the time that it is now. What has not been heard of since is drawn as not yet known. */
  readonly nowMs?: number | undefined;
}

export const WIDE_PX = 600;
const AXIS_PX = 26;
const MAX_GUTTER_PX = 132;

export function timelineSvg(timeline: Timeline, options: SvgOptions): string {
  const { widthPx, id, nowMs } = options;
  const { lanes, startMs } = timeline;
  const gutterPx = widthPx < WIDE_PX ? 0 : gutter(lanes);
  const marginPx = gutterPx + INSET_PX;
  const scale = scaleOf(timeline, Math.max(80, widthPx - marginPx - INSET_PX), options);
  const endMs = nowMs ?? timeline.endMs;
  const context = { id, scale, endMs, running: nowMs !== undefined, startMs };
  const loops = new Map<string, number>();
  let y = 0;
  let drawn = '';
  for (const lane of lanes) {
    const figure = drawLane(lane, context, y, gutterPx);
    loops.set(lane.name, figure.loopPx);
    drawn += figure.markup;
    y += figure.heightPx;
  }
  return element(
    'svg',
    {
      class: 'timeline-svg',
      role: 'img',
      'aria-label': timelineSummary(timeline, context.running),
      height: y + AXIS_PX,
      style: `inline-size:calc(100% - ${marginPx + INSET_PX}px);margin-inline-start:${marginPx}px`,
    },
    hatches(id) + axis(scale, startMs, y) + messages(timeline, loops, scale) + drawn,
  );
}

function gutter(lanes: readonly Lane[]): number {
  const widest = Math.max(0, ...lanes.map((lane) => textPx(laneLabel(lane))));
  return Math.min(MAX_GUTTER_PX, Math.ceil(widest) + 20);
}

function scaleOf(timeline: Timeline, widthPx: number, { window, nowMs }: SvgOptions): Scale {
  const fromMs = window?.fromMs ?? timeline.startMs;
  const toMs = window?.toMs ?? Math.max(timeline.endMs, nowMs ?? 0);
  // A figure of one moment still needs an axis.
  return { fromMs, toMs: toMs > fromMs ? toMs : fromMs + 1, widthPx };
}

/** Ids of patterns are global in a document, so each figure has its own. */
function hatches(id: string): string {
  return element(
    'defs',
    {},
    ['blocked', 'busy']
      .map((kind) =>
        element(
          'pattern',
          {
            id: `${id}-${kind}`,
            class: `hatch-${kind}`,
            width: 6,
            height: 6,
            patternUnits: 'userSpaceOnUse',
            patternTransform: 'rotate(45)',
          },
          element('rect', { width: 6, height: 6, class: 'hatch-ground' }) +
            element('path', { d: 'M1.25 0V6', class: 'hatch-line' }),
        ),
      )
      .join(''),
  );
}

function axis(scale: Scale, startMs: number, y: number): string {
  const { fromMs, toMs, widthPx } = scale;
  const fits = (longest: string, stepMs: number): boolean =>
    (stepMs / (toMs - fromMs)) * widthPx >= Math.max(textPx(longest) + 20, widthPx / 10);
  const marks = ticks(fromMs - startMs, toMs - startMs, fits).map(({ at, label }) => {
    const px = toPx(scale, at + startMs);
    const x = percent(px / widthPx);
    const half = textPx(label) / 2;
    const anchor = px < half ? 'start' : px > widthPx - half ? 'end' : 'middle';
    return (
      element('line', { class: 'tick', x1: x, x2: x, y1: 0, y2: y + 4 }) +
      element('text', { class: 'tick-label', x, y: y + 18, 'text-anchor': anchor }, label)
    );
  });
  return element(
    'g',
    { class: 'axis' },
    marks.join('') + element('line', { class: 'base', x1: '0%', x2: '100%', y1: y, y2: y }),
  );
}

/** Arrows from loop to loop. Those that would be drawn onto each other are drawn once. */
function messages(
  { messages: all, startMs }: Timeline,
  loops: ReadonlyMap<string, number>,
  scale: Scale,
): string {
  const seen = new Set<string>();
  const arrows: string[] = [];
  for (const { from, to, at } of all) {
    const y1 = loops.get(from);
    const y2 = loops.get(to);
    if (y1 === undefined || y2 === undefined || at < scale.fromMs || at > scale.toMs) continue;
    const px = toPx(scale, at);
    const key = `${Math.round(px / 2)} ${y1} ${y2}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const label = `${oneLine(from)} to ${oneLine(to)},`;
    const x = percent(px / scale.widthPx);
    const back = y2 > y1 ? -7 : 7;
    const tip = y2 - Math.sign(y2 - y1) * 2;
    arrows.push(
      element(
        'g',
        { class: 'message' },
        element('title', {}, escapeMarkup(`message: ${label} at ${durationText(at - startMs)}`)) +
          element('line', { x1: x, x2: x, y1, y2: tip }) +
          element(
            'svg',
            { x, y: tip, overflow: 'visible', 'aria-hidden': 'true' },
            arrowHead(back),
          ) +
          element('circle', { cx: x, cy: y1, r: 2 }),
      ),
    );
  }
  return arrows.join('');
}

function arrowHead(back: number): string {
  return element('path', { class: 'head', d: `M0 0L-3.5 ${back}L3.5 ${back}Z` });
}
