/** What a reader predicted, as a moment of the picture of the run: the prediction against what happened. */
import { durationText } from './format.ts';
import type { Span, Timeline } from './timeline.ts';

/** A predicted number, and where in a picture it belongs. */
export interface Predicted {
  readonly value: number;
  /** `requests`; `ms` where `spans` is missing. */
  readonly unit: string;
  /** The name of the span with whose beginning it begins: of several the first. */
  readonly after: string;
  /** What is counted: spans of this name, numbered or not, that begin and end after that. A time, where it is missing. */
  readonly spans?: string | undefined;
}

export interface PredictedMark {
  readonly at: number;
  /** To stand beside it. */
  readonly label: string;
  /** The same as a sentence. */
  readonly words: string;
}

/** Undefined where the run has nothing (yet) at which it could stand. Takes O(n log n) for n spans. */
export function predictedMark(timeline: Timeline, predicted: Predicted): PredictedMark | undefined {
  const { value, unit, after } = predicted;
  const spans = timeline.lanes.flatMap((lane) => lane.spans);
  const begin = Math.min(...spans.filter(({ name }) => name === after).map(({ at }) => at));
  if (!Number.isFinite(begin)) return undefined;
  if (predicted.spans === undefined) {
    const lasts = durationText(value);
    const words = `Predicted: ${lasts} after “${after}” began.`;
    return { at: begin + value, label: `predicted ${lasts}`, words };
  }
  const at = endsOf(spans, predicted.spans, begin)[Math.round(value) - 1];
  if (at === undefined) return undefined;
  const words = `Predicted: ${value} ${unit}; the run had come so far ${durationText(at - begin)} after “${after}” began.`;
  return { at, label: `predicted ${value} ${unit}: only here`, words };
}

function endsOf(spans: readonly Span[], noun: string, from: number): readonly number[] {
  return spans
    .filter(({ name, at }) => at >= from && name.replace(/\s\d+$/, '') === noun)
    .flatMap(({ until }) => (until === undefined ? [] : [until]))
    .sort((a, b) => a - b);
}
