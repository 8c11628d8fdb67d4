/** Where the reader's prediction stands in the picture of a run. */
import { type Predicted, type PredictedMark, predictedMark } from '../../trace/prediction-mark.ts';
import type { Timeline } from '../../trace/timeline.ts';
import { ATTRIBUTE } from './predicted.ts';

export function markOfPrediction(
  element: HTMLElement,
  timeline: Timeline,
): PredictedMark | undefined {
  const json = element.getAttribute(ATTRIBUTE);
  return json === null ? undefined : predictedMark(timeline, JSON.parse(json) as Predicted);
}
