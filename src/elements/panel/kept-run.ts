/** A run of a series, kept to be looked at afterwards, within bounds; and what it came to. */
import type { Outcome, OutputEvent } from '../../sandbox/engine.ts';
import {
  type OutcomeSource,
  outcomeText,
  type RunOutcome,
  reportedOutcome,
} from '../../trace/outcomes.ts';
import { MAX_LANES } from '../../trace/timeline-model.ts';
import type { TraceEvent } from '../../trace/trace-event.ts';
import { limitInWords } from './words.ts';

/** Of twenty runs: together no more than a page can hold with ease. */
const MAX_CHARACTERS = 100_000;
const MAX_EVENTS = 5_000;

export class KeptRun {
  readonly output: OutputEvent[] = [];
  outcome: Outcome = { type: 'stopped' };
  readonly #events: TraceEvent[] = [];
  /** Of each lane the last; what a loop tells is cumulative, and none before it is missed. */
  readonly #signs = new Map<string, TraceEvent>();
  #characters = 0;
  #dropped = 0;
  #lastLine = '';
  /** The last report of the outcome, however many events came before it. */
  #reported: string | number | boolean | undefined;
  readonly #source: OutcomeSource | undefined;

  /** Without a source its outcome is the last line that it prints. */
  constructor(source: OutcomeSource | undefined) {
    this.#source = source;
  }

  print(events: readonly OutputEvent[]): void {
    for (const event of events) {
      if (event.stream !== 'stderr') this.#noteLine(event.text);
      const room = MAX_CHARACTERS - this.#characters;
      this.#dropped += Math.max(0, event.text.length - room);
      if (room <= 0) continue;
      const text = event.text.slice(0, room);
      this.#characters += text.length;
      this.output.push({ ...event, text });
    }
  }

  add(events: readonly TraceEvent[]): void {
    if (this.#source) this.#reported = reportedOutcome(events, this.#source) ?? this.#reported;
    for (const event of events) {
      if (event.type !== 'loop') {
        if (this.#events.length < MAX_EVENTS || event.type === 'lane') this.#events.push(event);
      } else if (this.#signs.size < MAX_LANES || this.#signs.has(event.lane)) {
        this.#signs.set(event.lane, event);
      }
    }
  }

  get trace(): readonly TraceEvent[] {
    return [...this.#events, ...this.#signs.values()];
  }

  /** The run is over. */
  finish(outcome: Outcome): void {
    this.outcome = outcome;
    if (this.#dropped === 0) return;
    const text = `\n(${this.#dropped.toLocaleString('en')} more characters were not kept)\n`;
    const at = this.output.at(-1)?.at ?? 0;
    this.output.push({ type: 'output', stream: 'stdout', text, at });
  }

  /** What it came to: what it reported, or how it ended where that is no end at all. */
  get value(): RunOutcome {
    const { outcome } = this;
    if (outcome.type === 'exited' && outcome.code === 0) {
      if (!this.#source) return outcomeText(this.#lastLine);
      return this.#reported ?? { failed: 'reported nothing' };
    }
    if (outcome.type === 'exited') return { failed: `ended with exit code ${outcome.code}` };
    if (outcome.type === 'timed-out') {
      return { failed: `still running after ${limitInWords(outcome.limitMs)}` };
    }
    return { failed: outcome.type === 'crashed' ? 'the engine broke' : 'stopped' };
  }

  /** Lines may come in pieces; the last one that says something counts. */
  #noteLine(text: string): void {
    const whole = (this.#lastLine + text).slice(-2_000);
    const lines = whole.split('\n');
    const last = lines.pop() ?? '';
    const before = lines.findLast((line) => line.trim() !== '') ?? '';
    this.#lastLine = last.trim() === '' ? `${before}\n` : last;
  }
}
