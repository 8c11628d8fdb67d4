/** Where everything of a timeline stands in its figure: what the drawing draws, and the pointer finds. */
import { isUnnamed } from './lane-model.ts';
import { type Scale, textPx } from './layout.ts';
import { twoLines } from './markup.ts';
import type { PredictedMark } from './prediction-mark.ts';
import type { Lane, Span, Timeline } from './timeline.ts';

export interface FigureOptions {
  /** Of the whole figure, in CSS pixels. From {@link WIDE_PX} on the lanes' names stand at their left, before that above. */
  readonly widthPx: number;
  /** What is shown, in the timeline's own times; everything, if it is left out. */
  readonly window?: { readonly fromMs: number; readonly toMs: number } | undefined;
  /** While the program runs: the time that it is now. What has not been heard of since is drawn as not yet known. */
  readonly nowMs?: number | undefined;
  /** Room for the lanes' names at least; so that two figures can have one axis. */
  readonly gutterPx?: number | undefined;
  /** What the reader predicted. */
  readonly predicted?: PredictedMark | undefined;
}

export interface Figure {
  readonly timeline: Timeline;
  readonly scale: Scale;
  /** Where what has no end yet is cut. */
  readonly endMs: number;
  /** The program has not ended: what has not been heard of lately is not known. */
  readonly running: boolean;
  /** The room at the left for the lanes' names, 0 where they stand above them; the axis begins behind it. */
  readonly gutterPx: number;
  readonly lanes: readonly LanePlace[];
  readonly predicted: PredictedMark | undefined;
  /** Where the axis is; under it are its labels. */
  readonly axisPx: number;
  readonly heightPx: number;
}

/** Heights are in pixels, from the top of the figure. */
export interface LanePlace {
  readonly lane: Lane;
  readonly top: number;
  /** Its name, in lines; `labelPx` is where the first of them stands. */
  readonly label: readonly string[];
  readonly labelPx: number;
  /** The upper edge of the marks' flags. */
  readonly flagsPx: number;
  /** Where its loop runs: arrows begin and end there. */
  readonly loopPx: number;
  /** The upper edge of its first row of spans. */
  readonly spansPx: number;
  readonly row: RowSize;
  readonly bottom: number;
  /** The first lane of another process than the one above. */
  readonly beginsProcess: boolean;
  endOf(span: Span): number;
}

export interface RowSize {
  readonly stepPx: number;
  readonly barPx: number;
}

export const WIDE_PX = 600;
/** A dot or an arrowhead at either end of the axis needs a little room beside it. */
export const INSET_PX = 5;
export const BLOCK_PX = 16;
const AXIS_PX = 26;
const MAX_GUTTER_PX = 160;
/** The most letters in a line of a lane's name: beside the lane, and above it where the figure is narrow. */
const LABEL_LETTERS = 19;
const LABEL_LETTERS_ABOVE = 30;
export const LABEL_LINE_PX = 14;
/** Threads of another process than the first one stand a little to the right under it. */
const INDENT_PX = 10;
const PAD_PX = 10;
const LINE_PX = 18;
const LOOP_PX = 22;

export function layOut(timeline: Timeline, options: FigureOptions): Figure {
  const { widthPx, nowMs } = options;
  const gutterPx = widthPx < WIDE_PX ? 0 : Math.max(gutterOf(timeline), options.gutterPx ?? 0);
  const scale = scaleOf(timeline, Math.max(80, widthPx - gutterPx - 2 * INSET_PX), options);
  const endMs = nowMs ?? timeline.endMs;
  const lanes: LanePlace[] = [];
  let top = 0;
  for (const lane of timeline.lanes) {
    const place = placeLane(lane, top, gutterPx === 0, endMs, lanes.at(-1));
    lanes.push(place);
    top = place.bottom + PAD_PX;
  }
  return {
    timeline,
    scale,
    endMs,
    running: nowMs !== undefined,
    gutterPx,
    lanes,
    predicted: options.predicted,
    axisPx: top,
    heightPx: top + AXIS_PX,
  };
}

/** The room that the lanes' names need at their left. */
export function gutterOf({ lanes }: Timeline): number {
  const widest = Math.max(
    0,
    ...lanes.flatMap((lane) => labelOf(lane).map((line) => textPx(line) + indentOf(lane))),
  );
  return Math.min(MAX_GUTTER_PX, Math.ceil(widest) + 20);
}

export function indentOf({ process, kind }: Lane): number {
  return process !== '' && kind === 'worker' ? INDENT_PX : 0;
}

/** Many rows are drawn thin: the shape of the crowd matters then, not the single name. */
export function rowSize(rows: number): RowSize {
  if (rows <= 12) return { stepPx: 21, barPx: 17 };
  return rows <= 20 ? { stepPx: 10, barPx: 8 } : { stepPx: 5, barPx: 4 };
}

function placeLane(
  lane: Lane,
  top: number,
  above: boolean,
  endMs: number,
  before: LanePlace | undefined,
): LanePlace {
  const row = rowSize(lane.rows.length);
  const label = labelOf(lane, above);
  const moreLinesPx = (label.length - 1) * LABEL_LINE_PX;
  const flagsPx = top + PAD_PX + (above ? LINE_PX + moreLinesPx : 0);
  const loopPx = flagsPx + (lane.marks.length > 0 ? LINE_PX : 0) + LOOP_PX / 2;
  const spansPx = loopPx + LOOP_PX / 2 + 2;
  return {
    lane,
    top,
    label,
    labelPx: above ? top + PAD_PX + 12 : loopPx + 4,
    flagsPx,
    loopPx,
    spansPx,
    row,
    bottom: Math.max(
      spansPx + lane.rows.length * row.stepPx + (lane.left > 0 ? LINE_PX : 0),
      above ? 0 : loopPx + moreLinesPx + 8,
    ),
    beginsProcess: before !== undefined && before.lane.process !== lane.process,
    endOf: (span) => span.until ?? lane.closedAt ?? Math.max(endMs, span.at),
  };
}

/** A thread of another process is named under that process, unless it has to stand for itself. */
function labelOf(
  { name, givenName, title, process, kind }: Lane,
  alone = false,
): readonly string[] {
  const isUnderProcess = process !== '' && kind === 'worker' && !alone && isUnnamed(givenName);
  const label = isUnderProcess ? name.slice(process.length + 1) : title;
  return twoLines(label, alone ? LABEL_LETTERS_ABOVE : LABEL_LETTERS);
}

function scaleOf(timeline: Timeline, widthPx: number, { window, nowMs }: FigureOptions): Scale {
  const fromMs = window?.fromMs ?? timeline.startMs;
  const toMs = window?.toMs ?? Math.max(timeline.endMs, nowMs ?? 0);
  // A figure of one moment still needs an axis.
  return { fromMs, toMs: toMs > fromMs ? toMs : fromMs + 1, widthPx };
}
