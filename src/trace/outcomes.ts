/**
 * What came out of several runs of one program: the values that an experiment names, gathered into bars.
 * One run proves little where threads race; twenty show what can happen.
 */
import { roundUp } from './format.ts';
import type { TraceEvent } from './trace-event.ts';

/** What is compared between runs: a key in the detail of a mark of this name. */
export interface OutcomeSource {
  readonly mark: string;
  readonly key: string;
  /** What the value is, to stand before it: "lost updates". */
  readonly label: string;
}

/** What one run came to; `failed` says in words how it ended instead. */
export type RunOutcome = string | number | boolean | { readonly failed: string };

/** Runs with the same outcome, or with outcomes of one range. */
export interface OutcomeBar {
  readonly label: string;
  /** The places of its runs among all, from 0. */
  readonly runs: readonly number[];
  readonly isFailure: boolean;
}

/** With more different numbers than this, neighbours share a bar. */
const MAX_NUMBERS = 8;
/** With more different texts than this, the rarest share a bar. */
const MAX_TEXTS = 8;
const MAX_TEXT = 60;

/** The value that a run reported; the last one counts. Undefined where it reported none. */
export function reportedOutcome(
  trace: readonly TraceEvent[],
  { mark, key }: OutcomeSource,
): string | number | boolean | undefined {
  let found: string | number | boolean | undefined;
  for (const event of trace) {
    if (event.type === 'mark' && event.name === mark) found = event.detail?.[key] ?? found;
  }
  return found;
}

/** Bars in a sensible order: numbers by size, no before yes, texts by how often they came; failures last. */
export function outcomeBars(outcomes: readonly RunOutcome[]): readonly OutcomeBar[] {
  const values = outcomes.flatMap((outcome, run) =>
    typeof outcome === 'object' ? [] : [{ value: outcome, run }],
  );
  const failures = outcomes.flatMap((outcome, run) =>
    typeof outcome === 'object' ? [{ value: outcome.failed, run }] : [],
  );
  const isNumeric = values.length > 0 && values.every(({ value }) => typeof value === 'number');
  return [
    ...(isNumeric ? numberBars(values as Run<number>[]) : textBars(values, false)),
    ...textBars(failures, true),
  ];
}

/**
 * For example "20 runs, 3 different outcomes. Lost updates: 0 (12 times), 17 (5 times), 23 (3 times)." or
 * "20 runs, 18 different outcomes. Lost updates: from 12 to 54,321, half of them below 23,000."
 */
export function outcomeSentence(outcomes: readonly RunOutcome[], label: string): string {
  const values = outcomes.filter((outcome) => typeof outcome !== 'object');
  const failed = outcomes.length - values.length;
  const kinds = new Set(
    outcomes.map((outcome) =>
      typeof outcome === 'object' ? `failed: ${outcome.failed}` : `${typeof outcome} ${outcome}`,
    ),
  );
  const runs = count(outcomes.length, 'run');
  if (outcomes.length === 0) return 'No run has ended yet.';
  const different = `${runs}, ${count(kinds.size, 'different outcome')}`;
  const head = kinds.size > 1 ? different : outcomes.length > 1 ? `${runs}, one outcome` : runs;
  const parts = [`${head}.`];
  if (values.length > 0) parts.push(`${capitalised(label)}: ${valuesInWords(values)}.`);
  if (failed > 0) parts.push(`${failed} did not come to one.`);
  return parts.join(' ');
}

/** As a bar is labelled. */
export function outcomeText(value: string | number | boolean): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const line = value.replace(/\s+/g, ' ').trim();
  if (line === '') return '(nothing)';
  return line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT)}…` : line;
}

interface Run<Value> {
  readonly value: Value;
  readonly run: number;
}

function valuesInWords(values: readonly (string | number | boolean)[]): string {
  const bars = textBars(
    values.map((value, run) => ({ value, run })),
    false,
    Infinity,
  );
  if (bars.length === 1) return bars[0]?.label ?? '';
  const numbers = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  if (bars.length > 3 && numbers.length === values.length) {
    const [least = 0, most = 0] = [numbers[0], numbers.at(-1)];
    const middle = numbers[Math.floor((numbers.length - 1) / 2)] ?? 0;
    return `from ${numberText(least)} to ${numberText(most)}, half of them at most ${numberText(middle)}`;
  }
  const often = [...bars].sort((a, b) => b.runs.length - a.runs.length);
  const told = often.slice(0, 3).map(({ label, runs }) => `${label} (${times(runs.length)})`);
  return often.length > 3 ? `most often ${told.join(', ')}` : told.join(', ');
}

function numberBars(values: readonly Run<number>[]): OutcomeBar[] {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const distinct = new Set(sorted.map(({ value }) => value));
  if (distinct.size <= MAX_NUMBERS) {
    return [...distinct].map((each) => ({
      label: numberText(each),
      runs: sorted.filter(({ value }) => value === each).map(({ run }) => run),
      isFailure: false,
    }));
  }
  const [least = 0, most = 0] = [sorted[0]?.value, sorted.at(-1)?.value];
  const step = roundUp((most - least) / MAX_NUMBERS);
  const first = Math.floor(least / step);
  const length = Math.floor(most / step) - first + 1;
  return Array.from({ length }, (_, i): OutcomeBar => {
    const [from, below] = [(first + i) * step, (first + i + 1) * step];
    const isWhole = sorted.every(({ value }) => Number.isInteger(value)) && Number.isInteger(step);
    const to = isWhole ? numberText(below - 1) : `< ${numberText(below)}`;
    return {
      label: isWhole && step === 1 ? numberText(from) : `${numberText(from)} – ${to}`,
      // The place and not the borders decides: sums of fractions are not exact.
      runs: sorted
        .filter(({ value }) => Math.floor(value / step) === first + i)
        .map(({ run }) => run),
      isFailure: false,
    };
  });
}

function textBars(
  values: readonly Run<string | number | boolean>[],
  isFailure: boolean,
  most = MAX_TEXTS,
): OutcomeBar[] {
  const byLabel = new Map<string, number[]>();
  for (const { value, run } of values) {
    const label = outcomeText(value);
    byLabel.set(label, [...(byLabel.get(label) ?? []), run]);
  }
  const bars = [...byLabel].map(([label, runs]): OutcomeBar => ({ label, runs, isFailure }));
  const isYesNo = values.every(({ value }) => typeof value === 'boolean');
  if (isYesNo) return bars.sort((a, b) => (a.label < b.label ? -1 : 1));
  bars.sort((a, b) => b.runs.length - a.runs.length || (a.runs[0] ?? 0) - (b.runs[0] ?? 0));
  if (bars.length <= most) return bars;
  const rest = bars.slice(most - 1);
  const label = `${rest.length} others`;
  return [...bars.slice(0, most - 1), { label, runs: rest.flatMap(({ runs }) => runs), isFailure }];
}

function numberText(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 10 ? 3 : 1 });
}

function count(total: number, noun: string): string {
  return `${total} ${noun}${total === 1 ? '' : 's'}`;
}

function times(total: number): string {
  return ['never', 'once', 'twice'][total] ?? `${total} times`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
