/**
 * The line that the reader moves along the time axis, and the words for what is there. A slider: the arrow keys walk
 * from event to event, so that the picture can be read without seeing it.
 */
import { durationText } from '../../trace/format.ts';
import { type Row, rowText, timelineRows } from '../../trace/rows.ts';
import type { Timeline } from '../../trace/timeline.ts';

export class TimeCursor {
  readonly slider = document.createElement('div');
  readonly readout = document.createElement('p');
  readonly #onMove: (at: number | undefined) => void;
  #rows: readonly Row[] = [];
  #startMs = 0;
  /** The row that the keys have come to. */
  #index = -1;
  #at: number | undefined;

  /** `onMove` hears the run's time under the cursor, or undefined when it has left. */
  constructor(onMove: (at: number | undefined) => void) {
    this.#onMove = onMove;
    this.slider.className = 'timeline-cursor';
    this.slider.tabIndex = 0;
    this.slider.role = 'slider';
    this.slider.ariaLabel = 'Moment in the timeline';
    this.slider.ariaOrientation = 'horizontal';
    this.slider.ariaValueMin = '0';
    this.readout.className = 'timeline-readout';
    this.#reset();
  }

  /** The run's time under the cursor. */
  get at(): number | undefined {
    return this.#at;
  }

  show(timeline: Timeline): void {
    this.#rows = timelineRows(timeline);
    this.#startMs = timeline.startMs;
    this.slider.ariaValueMax = String(Math.round(timeline.endMs - timeline.startMs));
    this.slider.hidden = this.#rows.length === 0;
    this.#index = Math.min(this.#index, this.#rows.length - 1);
  }

  /** Under the pointer: a moment, and what is drawn there. */
  point(at: number, words: string | undefined): void {
    this.#move(at, words ?? `at ${durationText(at - this.#startMs)}`);
  }

  clear(): void {
    if (this.#at === undefined) return;
    this.#reset();
    this.#onMove(undefined);
  }

  #reset(): void {
    this.#at = undefined;
    this.#index = -1;
    this.slider.ariaValueNow = '0';
    this.slider.ariaValueText = 'Before the first event';
    this.readout.textContent = '';
  }

  /** Whether the key moved the cursor. */
  key(key: string): boolean {
    const last = this.#rows.length - 1;
    const steps: Record<string, number> = {
      ArrowRight: this.#index + 1,
      ArrowDown: this.#index + 1,
      ArrowLeft: this.#index - 1,
      ArrowUp: this.#index - 1,
      PageDown: this.#index + 10,
      PageUp: this.#index - 10,
      Home: 0,
      End: last,
    };
    const wanted = steps[key];
    if (wanted === undefined || last < 0) return false;
    this.#index = Math.max(0, Math.min(last, wanted));
    const row = this.#rows[this.#index];
    if (row) this.#move(row.at + this.#startMs, rowText(row));
    return true;
  }

  #move(at: number, words: string): void {
    this.#at = at;
    this.slider.ariaValueNow = String(Math.round(at - this.#startMs));
    this.slider.ariaValueText = words;
    this.readout.textContent = words;
    this.#onMove(at);
  }
}
