/** Writes prediction and measurement side by side into a panel's `.comparison`. */
import { required } from '../required.ts';
import { compare, type Guess, type Prediction, type Value, valueInWords } from './prediction.ts';

/** `measured` is missing before a run has ended; `value` is missing where the run did not report it. */
export function showComparison(
  place: HTMLElement,
  prediction: Prediction,
  guess: Guess,
  measured?: { readonly value: Value | undefined },
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
  const comparison = compare(prediction, guess, measured.value);
  set('.predicted', comparison.predicted);
  set('.measured', comparison.measured);
  set('.difference', comparison.difference);
  place.classList.toggle('explained', comparison.explains);
}
