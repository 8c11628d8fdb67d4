/**
 * The line that the reader moves along the time axis, and the words for what is there. A slider: the arrow keys walk
 * from event to event (left and right in the order of time, up and down to the lane above or below), so that the
 * picture can be read without seeing it.
 */
import { momentText, type Row, rowText, timelineRows } from '../../trace/rows.ts';
import { emptyTimeline, type Timeline } from '../../trace/timeline.ts';

export class TimeCursor {
  readonly slider: HTMLElement;
  readonly readout = document.createElement('p');
  readonly #onMove: (at: number | undefined) => void;
  #timeline: Timeline = emptyTimeline();
  /** Made when the keys are first used, and again when the run has grown. */
  #rows: readonly Row[] | undefined;
  /** The row that the keys have come to. */
  #index = -1;
  #at: number | undefined;
  #row: Row | undefined;

  /** `onMove` hears the run's time under the cursor, or undefined when it has left. */
  constructor(slider: HTMLElement, onMove: (at: number | undefined) => void) {
    this.slider = slider;
    this.#onMove = onMove;
    this.readout.className = 'timeline-readout';
    this.#reset();
  }

  /** The run's time under the cursor. */
  get at(): number | undefined {
    return this.#at;
  }

  /** What the cursor is on, where it is on something. */
  get row(): Row | undefined {
    return this.#row;
  }

  show(timeline: Timeline): void {
    this.#timeline = timeline;
    this.#rows = undefined;
    this.slider.hidden = timeline.lanes.length === 0;
    const max = String(Math.round(timeline.endMs - timeline.startMs));
    if (this.slider.ariaValueMax !== max) this.slider.ariaValueMax = max;
  }

  /** Under the pointer: a moment, and what is drawn there; `words` where that is not of this run. */
  point(at: number, row: Row | undefined, words?: string): void {
    this.#index = -1;
    this.#move(at, row, words);
  }

  /** Somebody else looks at a moment; nobody is told. */
  lookAt(at: number | undefined): void {
    if (at === undefined) this.#reset();
    else this.#place(at, undefined);
  }

  clear(): void {
    if (this.#at === undefined) return;
    this.#reset();
    this.#onMove(undefined);
  }

  #reset(): void {
    this.#at = undefined;
    this.#row = undefined;
    this.#index = -1;
    this.slider.ariaValueNow = '0';
    this.slider.ariaValueText = 'Before the first event';
    this.readout.textContent = '';
  }

  /** Whether the key moved the cursor. */
  key(key: string): boolean {
    this.#rows ??= timelineRows(this.#timeline);
    const last = this.#rows.length - 1;
    const from = this.#index === -1 ? this.#indexAt() : this.#index;
    const steps: Record<string, () => number> = {
      ArrowRight: () => from + 1,
      ArrowLeft: () => from - 1,
      ArrowDown: () => this.#inOtherLane(1),
      ArrowUp: () => this.#inOtherLane(-1),
      PageDown: () => from + 10,
      PageUp: () => from - 10,
      Home: () => 0,
      End: () => last,
    };
    const step = steps[key];
    if (!step || last < 0) return false;
    this.#index = Math.max(0, Math.min(last, step()));
    const row = this.#rows[this.#index];
    if (row) this.#move(row.at, row);
    return true;
  }

  /** The last row before the moment at which the cursor is; -1 where it is nowhere. */
  #indexAt(): number {
    const at = this.#at;
    return at === undefined ? -1 : (this.#rows ?? []).findLastIndex((row) => row.at <= at);
  }

  /** In the lane above or below, the row that is nearest in time. */
  #inOtherLane(by: 1 | -1): number {
    const rows = this.#rows ?? [];
    const here = this.#row ?? rows[0];
    const names = this.#timeline.lanes.map(({ name }) => name);
    const wanted = names[names.indexOf(here?.thread ?? '') + by];
    if (!here || wanted === undefined) return Math.max(0, this.#index);
    const away = (row: Row): number => Math.abs(row.at - here.at);
    const [nearest] = rows
      .filter(({ thread }) => thread === wanted)
      .sort((a, b) => away(a) - away(b));
    return nearest ? rows.indexOf(nearest) : this.#index;
  }

  #move(at: number, row: Row | undefined, words?: string): void {
    this.#place(at, row, words);
    this.#onMove(at);
  }

  #place(at: number, row: Row | undefined, other?: string): void {
    const { startMs } = this.#timeline;
    const words = other ?? (row ? rowText(row, startMs) : momentText(this.#timeline, at));
    this.#at = at;
    this.#row = row;
    this.slider.ariaValueNow = String(Math.round(at - startMs));
    this.slider.ariaValueText = words;
    this.readout.textContent = words;
  }
}
