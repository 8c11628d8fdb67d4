/**
 * The event loops while a program runs, in a panel's `.instruments`: a heartbeat of the reader's own page beside that of
 * each thread of the program, with how late each loop is and how busy. The program runs elsewhere, so the page's heart
 * beats on while the program's stands still. Loaded when a run begins. The beats are for the eye alone; the figures are
 * a table like any other, and are not announced.
 */
import { durationText } from '../../trace/format.ts';
import type { TraceEvent } from '../../trace/trace-event.ts';
import { RunClock } from '../timeline/run-clock.ts';

type LoopEvent = Extract<TraceEvent, { type: 'loop' }>;

/** How much of the past the beats show. */
const WINDOW_MS = 5_000;
/** The program's loops give a sign as often. Drawing oftener would show nothing more. */
const BEAT_MS = 100;
/** More loops nobody watches at once. */
const MAX_LOOPS = 8;
const PAGE = 'this page';

/** One row. Times are the page's. */
interface Heart {
  beats: number[];
  readonly path: SVGPathElement;
  readonly figures: readonly HTMLElement[];
}

export class Instruments {
  readonly #place: HTMLElement;
  readonly #hearts = new Map<string, Heart>();
  #clock = new RunClock();
  #timer = 0;
  #page = new PageLoop();

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  /** A run begins; what was shown goes. */
  begin(): void {
    this.clear();
    this.#clock = new RunClock();
    this.#page = new PageLoop();
    this.#place.dataset['live'] = '';
    this.#rows.closest('table')?.removeAttribute('hidden');
    this.#timer = window.setInterval(() => this.#tick(), BEAT_MS);
    this.#heart(PAGE);
  }

  trace(events: readonly TraceEvent[]): void {
    const now = performance.now();
    for (const event of events) {
      if (event.type !== 'loop') continue;
      this.#clock.heard(event.at, now);
      const heart = this.#heart(event.lane);
      if (!heart) continue;
      heart.beats.push(now - Math.max(0, (this.#clock.at(now) ?? event.at) - event.at));
      write(heart.figures, event);
    }
  }

  /** The run is over: the figures stay. */
  finish(): void {
    clearInterval(this.#timer);
    delete this.#place.dataset['live'];
    this.#draw();
  }

  clear(): void {
    clearInterval(this.#timer);
    delete this.#place.dataset['live'];
    this.#hearts.clear();
    this.#rows.replaceChildren();
    this.#rows.closest('table')?.setAttribute('hidden', '');
  }

  #tick(): void {
    // The panel has left the page.
    if (!this.#place.isConnected) {
      clearInterval(this.#timer);
      return;
    }
    const heart = this.#heart(PAGE);
    const now = performance.now();
    heart?.beats.push(now);
    if (heart) write(heart.figures, this.#page.beat(now));
    this.#draw();
  }

  /** Loops beyond the bound have none. */
  #heart(name: string): Heart | undefined {
    const known = this.#hearts.get(name);
    if (known || this.#hearts.size >= MAX_LOOPS) return known;
    const row = document.createElement('tr');
    const head = Object.assign(document.createElement('th'), { scope: 'row', textContent: name });
    const [strip, ...figures] = ['beats', 'number', 'number', 'number'].map((className) =>
      Object.assign(document.createElement('td'), { className, textContent: '' }),
    );
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', `0 0 ${WINDOW_MS} 10`);
    svg.setAttribute('preserveAspectRatio', 'none');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    svg.append(path);
    strip?.append(svg);
    row.append(head, ...(strip ? [strip] : []), ...figures);
    row.dataset['loop'] = name === PAGE ? 'page' : name === 'main' ? 'main' : 'other';
    this.#rows.append(row);
    const heart: Heart = { beats: [], path, figures };
    this.#hearts.set(name, heart);
    return heart;
  }

  #draw(): void {
    const now = performance.now();
    for (const heart of this.#hearts.values()) {
      heart.beats = heart.beats.filter((beat) => now - beat < WINDOW_MS).slice(-200);
      const ticks = heart.beats.map((beat) => `M${Math.round(WINDOW_MS - (now - beat))} 2V8`);
      heart.path.setAttribute('d', `M0 5H${WINDOW_MS}${ticks.join('')}`);
    }
  }

  get #rows(): HTMLElement {
    const rows = this.#place.querySelector('tbody');
    if (!rows) throw new Error('.instruments needs a table inside');
    return rows;
  }
}

function write(
  figures: readonly HTMLElement[],
  { p99Ms, maxMs, utilization }: Pick<LoopEvent, 'p99Ms' | 'maxMs'> & { utilization?: number },
): void {
  const busy = utilization === undefined ? '–' : `${Math.round(utilization * 100)} %`;
  for (const [i, text] of [durationText(p99Ms), durationText(maxMs), busy].entries()) {
    const figure = figures[i];
    if (figure && figure.textContent !== text) figure.textContent = text;
  }
}

/** How late the page's own timer is; a browser tells nobody how busy its loop is. */
class PageLoop {
  #dueAt = performance.now() + BEAT_MS;
  readonly #late: number[] = [];

  beat(now: number): Pick<LoopEvent, 'p99Ms' | 'maxMs'> {
    this.#late.push(Math.max(0, now - this.#dueAt));
    this.#dueAt = now + BEAT_MS;
    // A minute is enough to judge by.
    if (this.#late.length > 600) this.#late.shift();
    const sorted = this.#late.toSorted((a, b) => a - b);
    const p99Ms = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
    return { p99Ms, maxMs: sorted.at(-1) ?? 0 };
  }
}
