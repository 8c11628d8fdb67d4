/**
 * Another run beside the one that is shown: which ones there are to choose from, the reader's choice, and its picture
 * under the other's, on the same axis.
 */
import { comparisonSentence, comparisonTable } from '../../trace/comparison.ts';
import type { FigureOptions } from '../../trace/figure.ts';
import { findAt } from '../../trace/find.ts';
import { momentText, rowText } from '../../trace/rows.ts';
import { timelineTable } from '../../trace/table.ts';
import type { Timeline } from '../../trace/timeline.ts';
import { RunPicture } from './run-picture.ts';

/** The last run and the recording: no more is kept. */
export type Other = 'before' | 'recording';

const WORDS: Record<Other, string> = { before: 'the run before', recording: 'the recording' };

export class Beside {
  readonly choice = document.createElement('label');
  readonly heading = heading('This run');
  readonly element = document.createElement('div');
  readonly #select = document.createElement('select');
  readonly #heading = heading('');
  readonly #picture: RunPicture;
  readonly #runs = new Map<Other, Timeline>();

  /** `onChoice` is called when the reader has chosen. */
  constructor(id: string, onChoice: () => void) {
    this.#picture = new RunPicture(`${id}-beside`);
    this.element.append(this.#heading, this.#picture.element);
    this.#select.addEventListener('change', onChoice);
    this.choice.className = 'timeline-compare';
    this.choice.append('Compare with ', this.#select);
    this.#offer();
  }

  /** Keeps a run to be compared with, or forgets it. An empty one is none. */
  keep(which: Other, timeline: Timeline | undefined): void {
    if (timeline && timeline.lanes.length > 0) this.#runs.set(which, timeline);
    else this.#runs.delete(which);
    this.#offer();
  }

  /** The run that the reader has chosen. */
  get timeline(): Timeline | undefined {
    return this.#runs.get(this.#select.value as Other);
  }

  get #words(): string {
    return WORDS[this.#select.value as Other] ?? '';
  }

  #offer(): void {
    const chosen = this.#select.value;
    const options = [['', 'nothing'], ...[...this.#runs.keys()].map((run) => [run, WORDS[run]])];
    this.#select.replaceChildren(
      ...options.map(
        ([value = '', words = '']) => new Option(words, value, false, value === chosen),
      ),
    );
    this.choice.hidden = this.#runs.size === 0;
  }

  /** Draws the chosen run, or nothing. */
  draw(options: FigureOptions): void {
    const { timeline } = this;
    this.heading.hidden = timeline === undefined;
    this.element.hidden = timeline === undefined;
    if (!timeline) return;
    this.#heading.textContent = this.#words.charAt(0).toUpperCase() + this.#words.slice(1);
    this.#picture.draw(timeline, options);
    this.#picture.describe(timeline, false);
  }

  /** What stands at a place of its picture, in words; undefined where that is not in its picture. */
  wordsAt(clientX: number, clientY: number, sinceBeginMs: number): string | undefined {
    const { figure, box } = this.#picture;
    const { timeline } = this;
    if (!timeline || !figure || !box || clientY < box.top) return undefined;
    const xPx = ((clientX - box.left) / box.width) * figure.scale.widthPx;
    const row = findAt(figure, xPx, clientY - box.top);
    const text = row
      ? rowText(row, timeline.startMs)
      : momentText(timeline, timeline.startMs + sinceBeginMs);
    return `${this.#words}: ${text}`;
  }

  /** One sentence on what is different from it; nothing where no run is chosen. */
  sentence(now: Timeline): string {
    return this.timeline
      ? comparisonSentence(now, this.timeline).replace(
          /^Compared with it/,
          `Compared with ${this.#words}`,
        )
      : '';
  }

  tables(now: Timeline): string {
    const { timeline } = this;
    if (!timeline) return timelineTable(now);
    const words = this.#words;
    return (
      comparisonTable(now, timeline, 'This run', words) +
      timelineTable(now, 'This run: what happened when') +
      timelineTable(timeline, `${words}: what happened when`)
    );
  }
}

function heading(words: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'timeline-run';
  element.textContent = words;
  return element;
}
