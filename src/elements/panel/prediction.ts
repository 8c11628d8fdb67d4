/** A reader's prediction beside what a run measured. Pure; the words of an experiment come with it. */

/** An experiment's prediction, as `prediction` in the course's formats describes it. */
export type Prediction =
  | {
      readonly kind: 'number';
      readonly ask: string;
      readonly unit: string;
      readonly min: number;
      readonly max: number;
      readonly measured: string;
      readonly because: string;
      /** Where in the timeline it belongs: see `Predicted` in `trace/prediction-mark.ts`. */
      readonly drawn?: { readonly after: string; readonly spans?: string | undefined } | undefined;
    }
  | {
      readonly kind: 'choice';
      readonly ask: string;
      readonly options: readonly { readonly text: string; readonly value: Value }[];
      readonly measured: string;
      readonly because: string;
    };

export type Value = string | number | boolean;

/** Not yet made; made; or openly left out. */
export type Guess =
  | { readonly type: 'open' }
  | { readonly type: 'made'; readonly value: Value }
  | { readonly type: 'skipped' };

/** A value with its unit, or the words of the option that has it. */
export function valueInWords(prediction: Prediction, value: Value): string {
  if (prediction.kind === 'number')
    return `${value} ${value === 1 ? one(prediction.unit) : prediction.unit}`;
  return prediction.options.find((option) => option.value === value)?.text ?? String(value);
}

export interface Comparison {
  readonly predicted: string;
  readonly measured: string;
  /** One sentence on the difference. */
  readonly difference: string;
  /**
   * What is said besides: why it is so (the author's `because`, on the original program), or that the reader changed
   * the program, so that neither `because` nor the prediction's range need hold. Nothing where nothing was measured.
   */
  readonly remark: 'because' | 'changed' | 'nothing';
}

/** What a run found. `value` is missing where it did not report it; `edited` where it ran the reader's version. */
export interface Measurement {
  readonly value: Value | undefined;
  readonly edited: boolean;
}

export function compare(
  prediction: Prediction,
  guess: Guess,
  { value: measured, edited }: Measurement,
): Comparison {
  const predicted = guess.type === 'made' ? valueInWords(prediction, guess.value) : 'none';
  if (measured === undefined) {
    const difference = 'This run ended before it reported what you predicted.';
    return { predicted, measured: 'nothing', difference, remark: 'nothing' };
  }
  const found = valueInWords(prediction, measured);
  return {
    predicted,
    measured: found,
    difference: differenceInWords(prediction, guess, measured),
    remark: edited ? 'changed' : 'because',
  };
}

function differenceInWords(prediction: Prediction, guess: Guess, measured: Value): string {
  if (guess.type !== 'made') return 'You ran it without a prediction.';
  if (guess.value === measured) return 'As you predicted.';
  if (
    prediction.kind === 'number' &&
    typeof guess.value === 'number' &&
    typeof measured === 'number'
  ) {
    const by = Number(Math.abs(measured - guess.value).toPrecision(6));
    const isMore = measured > guess.value;
    if (isTime(prediction.unit))
      return `${by} ${prediction.unit} ${isMore ? 'longer' : 'shorter'} than you predicted.`;
    return `${by} ${isMore ? 'more' : 'fewer'} than you predicted.`;
  }
  return 'Not as you predicted.';
}

/** Of one: "receipts" become a "receipt", and "ms" and "of 4 parts" stay. */
const one = (unit: string): string =>
  isTime(unit) || unit.includes(' ') ? unit : unit.replace(/s$/, '');

const isTime = (unit: string): boolean => ['ms', 's'].includes(unit);
