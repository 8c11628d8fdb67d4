/** Writes prediction and measurement side by side into a panel's `.comparison`. */
import { required } from '../required.ts';
import {
  compare,
  type Guess,
  type Measurement,
  type Prediction,
  valueInWords,
} from './prediction.ts';

/** `measured` is missing before a run has ended. */
export function showComparison(
  place: HTMLElement,
  prediction: Prediction,
  guess: Guess,
  measured?: Measurement,
): void {
  const set = (selector: string, text: string) => {
    required(place, selector, HTMLElement).textContent = text;
  };
  place.classList.toggle('known', measured !== undefined);
  if (!measured) {
    set('.predicted', guess.type === 'made' ? valueInWords(prediction, guess.value) : '—');
    set('.measured', '—');
    set('.difference', '');
    return;
  }
  const comparison = compare(prediction, guess, measured);
  set('.predicted', comparison.predicted);
  set('.measured', comparison.measured);
  set('.difference', comparison.difference);
  place.classList.toggle('explained', comparison.remark === 'because');
  place.classList.toggle('changed', comparison.remark === 'changed');
}
