/**
 * A timeline as SVG text, the same on the server and in the page.
 *
 * Along the time axis everything is placed in percent and everything else in pixels: the figure fills whatever
 * column it stands in without a script and without its letters being stretched. The width that is asked for
 * decides only how many ticks there are and which labels have room. Colours are custom properties of classes,
 * so that themes and forced colours work; see `components/timeline-drawing.css`.
 */
import { type Figure, type FigureOptions, INSET_PX, layOut } from './figure.ts';
import { element } from './markup.ts';
import { timelineSummary } from './summary.ts';
import { drawAxis } from './svg-axis.ts';
import { drawLane } from './svg-lane.ts';
import { drawMessages } from './svg-messages.ts';
import { definitions } from './svg-parts.ts';
import { drawPrediction } from './svg-prediction.ts';
import type { Timeline } from './timeline.ts';

export interface SvgOptions extends FigureOptions {
  /** Unique in the document: ids inside the figure begin with it. Letters, digits and hyphens. */
  readonly id: string;
  /** Without titles, which browsers show under the pointer, a figure is smaller; they are there otherwise. */
  readonly titles?: boolean;
}

export function timelineSvg(timeline: Timeline, options: SvgOptions): string {
  const figure = layOut(timeline, options);
  const attributes = {
    class: 'timeline-svg',
    role: 'img',
    'aria-label': timelineSummary(timeline, figure.running),
    height: figure.heightPx,
    style: svgStyle(figure),
  };
  const parts = drawParts(figure, options);
  return element('svg', attributes, [...parts.values()].join(''));
}

/** The figure's own place in its column: behind the lanes' names. */
export function svgStyle({ gutterPx }: Figure): string {
  const marginPx = gutterPx + INSET_PX;
  return `inline-size:calc(100% - ${marginPx + INSET_PX}px);margin-inline-start:${marginPx}px`;
}

/** The figure in parts, each one element: whoever draws it again needs to change only those that differ. */
export function drawParts(
  figure: Figure,
  { id, titles = true }: Pick<SvgOptions, 'id' | 'titles'>,
): ReadonlyMap<string, string> {
  const context = { ...figure, id, titles };
  return new Map([
    ['definitions', definitions(id)],
    ['axis', drawAxis(figure)],
    ['messages', drawMessages(context)],
    ...figure.lanes.map((place) => [`lane ${place.lane.name}`, drawLane(place, context)] as const),
    ['prediction', drawPrediction(figure)],
  ]);
}
