/**
 * The part of a panel that has to do with predicting: the form, the veil over the recording until the reader has
 * decided, and prediction beside measurement after a run.
 */
import { progress } from '../../progress/storage.ts';
import type { TraceEvent } from '../../trace/trace-event.ts';
import { PredictionForm } from '../prediction-form.ts';
import { required } from '../required.ts';
import { handOver } from '../timeline/predicted.ts';
import { showComparison } from './comparison.ts';
import type { Guess, Measurement, Prediction, Value } from './prediction.ts';

export class PredictionDesk {
  readonly #panel: HTMLElement;
  readonly #prediction: Prediction;
  readonly #experiment: string | undefined;
  readonly #form: PredictionForm;
  #reported: Value | undefined;
  #edited = false;
  /** Once the reader has decided, or has run the program, there is nothing more to cover. */
  #revealed = false;

  /** Takes up what the reader predicted on an earlier visit. `experiment` is missing where nothing is to be stored. */
  constructor(panel: HTMLElement, prediction: Prediction, experiment: string | undefined) {
    this.#panel = panel;
    this.#prediction = prediction;
    this.#experiment = experiment;
    this.#form = required(panel, 'prediction-form', PredictionForm);
    const made =
      experiment === undefined ? undefined : progress.value.tables.predictions.get(experiment);
    if (made)
      this.#form.guess =
        made.value === null ? { type: 'skipped' } : { type: 'made', value: made.value };
    this.#show();
  }

  /** The button that shows the recording without a prediction. `signal` ends it. */
  listen(signal: AbortSignal): void {
    const show = () => {
      this.skipIfOpen();
      // The button is gone with the veil: the focus goes to what it has shown.
      required(this.#panel, '[role=log]', HTMLElement).focus();
    };
    this.#panel.querySelector('.veil button')?.addEventListener('click', show, { signal });
  }

  /** The reader has decided, or wants to decide again. */
  decide(guess: Guess): void {
    if (guess.type !== 'open' && this.#experiment !== undefined) {
      const value = guess.type === 'made' ? guess.value : null;
      progress.add({ type: 'prediction-made', experiment: this.#experiment, value });
    }
    this.#show();
  }

  /** To run, or to look at the recording, without a prediction is to skip it. */
  skipIfOpen(): void {
    if (this.#form.guess.type !== 'open') return;
    this.#form.guess = { type: 'skipped' };
    this.decide(this.#form.guess);
  }

  /** A run begins, of the original program or of the reader's version of it. */
  begin(edited: boolean): void {
    this.#edited = edited;
    this.clear();
  }

  /** What the last run measured no longer counts. */
  clear(): void {
    this.#reported = undefined;
    this.#show();
  }

  /** Listens for the mark by which a program reports what it measured. */
  trace(events: readonly TraceEvent[]): void {
    for (const event of events) {
      if (event.type !== 'mark' || event.name !== 'result') continue;
      this.#reported = event.detail?.[this.#prediction.measured] ?? this.#reported;
    }
  }

  /** The run is over. */
  compare(): void {
    this.#show({ value: this.#reported, edited: this.#edited });
  }

  #show(measured?: Measurement): void {
    const { guess } = this.#form;
    this.#revealed ||= guess.type !== 'open';
    this.#panel.toggleAttribute('data-veiled', !this.#revealed);
    handOver(this.#panel, this.#prediction, guess);
    showComparison(
      required(this.#panel, '.comparison', HTMLElement),
      this.#prediction,
      guess,
      (value) => this.#form.optionInWords(value),
      measured,
    );
  }
}
