/** The reader's prediction, as the panel hands it to the timeline beside it: JSON in an attribute. */
import type { Guess, Prediction } from '../panel/prediction.ts';

export const ATTRIBUTE = 'data-predicted';

/** Hands it over; nothing where there is none that could be drawn. */
export function handOver(panel: HTMLElement, prediction: Prediction, guess: Guess): void {
  const timeline = panel.querySelector('trace-timeline');
  const drawn = prediction.kind === 'number' ? prediction.drawn : undefined;
  if (prediction.kind === 'number' && drawn && guess.type === 'made') {
    const predicted = { value: guess.value, unit: prediction.unit, ...drawn };
    timeline?.setAttribute(ATTRIBUTE, JSON.stringify(predicted));
  } else timeline?.removeAttribute(ATTRIBUTE);
}
