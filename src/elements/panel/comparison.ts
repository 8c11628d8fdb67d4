/** Writes prediction and measurement side by side into a panel's `.comparison`. */
import { required } from '../required.ts';
import {
  compare,
  type Guess,
  type Measurement,
  type Prediction,
  type Value,
  valueInWords,
} from './prediction.ts';

/**
 * `measured` is missing before a run has ended. `written` gives the words of an option as the page has set them, with
 * code as code, and nothing for what is no option.
 */
export function showComparison(
  place: HTMLElement,
  prediction: Prediction,
  guess: Guess,
  written: (value: Value) => DocumentFragment | undefined,
  measured?: Measurement,
): void {
  const set = (selector: string, text: string, value?: Value) => {
    const words = value === undefined ? undefined : written(value);
    required(place, selector, HTMLElement).replaceChildren(words ?? text);
  };
  const guessed = guess.type === 'made' ? guess.value : undefined;
  place.classList.toggle('known', measured !== undefined);
  if (!measured) {
    set('.predicted', guessed === undefined ? '—' : valueInWords(prediction, guessed), guessed);
    set('.measured', '—');
    set('.difference', '');
    return;
  }
  const comparison = compare(prediction, guess, measured);
  set('.predicted', comparison.predicted, guessed);
  set('.measured', comparison.measured, measured.value);
  set('.difference', comparison.difference);
  place.classList.toggle('explained', comparison.remark === 'because');
  place.classList.toggle('changed', comparison.remark === 'changed');
}
