/**
 * `<trace-timeline>`: enlivens what `components/Timeline.astro` has drawn. It redraws the figure for its true width,
 * lets the reader move along it and look closer, and draws another run while that run happens:
 *
 *     timeline.start('Drawn from your run.');   // empties it; from now on its bars grow
 *     timeline.add(events);                     // as often as they come; it is drawn at most once a frame
 *     timeline.finish(outcome);
 *
 * `clear()` and `add()` alone show a run that is over; `restore(source)` shows again what the page came with.
 * `timeline-cursor` (detail: `{ at }`, milliseconds on the run's clock, or undefined) tells where the reader looks.
 */
import type { Outcome } from '../sandbox/engine.ts';
import { roundUp } from '../trace/format.ts';
import { timelineKey } from '../trace/key.ts';
import { parseTraceEvents } from '../trace/parse-trace-event.ts';
import { timelineSummary } from '../trace/summary.ts';
import { timelineSvg } from '../trace/svg.ts';
import { timelineTable } from '../trace/table.ts';
import { addEvents, asOf, emptyTimeline, endRun, type Timeline } from '../trace/timeline.ts';
import type { TraceEvent } from '../trace/trace-event.ts';
import { endedBy } from './timeline/ended-by.ts';
import { FramePacer } from './timeline/frame-pacer.ts';
import { RunClock } from './timeline/run-clock.ts';
import { TimeCursor } from './timeline/time-cursor.ts';
import { including, moved, type TimeWindow, zoomed } from './timeline/time-window.ts';

/** While it runs, an axis shows at least this much, so that the first bars do not fill it and shrink at once. */
const LEAST_LIVE_MS = 500;

let figures = 0;

export class TraceTimeline extends HTMLElement {
  readonly #id = `timeline-live-${++figures}`;
  readonly #drawing = document.createElement('div');
  readonly #cursor = new TimeCursor((at) => this.#cursorMoved(at));
  readonly #observer = new ResizeObserver(() => this.#resized());
  // Bars grow with the time even when nothing is heard, unless the reader prefers that nothing moves by itself.
  readonly #pacer = new FramePacer(
    () => this.#draw(),
    () => this.#clock !== undefined && !matchMedia('(prefers-reduced-motion: reduce)').matches,
  );
  #listening = new AbortController();
  #timeline: Timeline = emptyTimeline();
  #pending: TraceEvent[] = [];
  #view: TimeWindow | undefined;
  /** Set while the shown run is going on. */
  #clock: RunClock | undefined;
  /** What it says while there is nothing to draw. */
  #emptyWords = 'Nothing has run yet.';
  #built = false;
  /** The figure never shrinks under the reader's eyes, only when its width changes. */
  #heightPx = 0;
  #widthPx = 0;

  connectedCallback(): void {
    if (!this.#built) this.#build();
    this.#listening = new AbortController();
    this.#listen(this.#listening.signal);
    this.#observer.observe(this.#part('plot'));
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#observer.disconnect();
    this.#pacer.stop();
  }

  /** Which run the figure was drawn from: a sentence for its caption. */
  get source(): string {
    return this.#part('source').textContent ?? '';
  }
  set source(words: string) {
    this.#part('source').textContent = words;
  }

  /** What the figure shows, in one sentence. */
  get summary(): string {
    return timelineSummary(this.#shown(), this.#clock !== undefined);
  }

  /** Shows nothing. */
  clear(): void {
    this.#timeline = emptyTimeline();
    this.#pending = [];
    this.#view = undefined;
    this.#clock = undefined;
    this.#emptyWords = 'Nothing has run yet.';
    this.#cursor.clear();
    this.#schedule();
  }

  /** Empties the figure for a run that begins now. */
  start(source: string): void {
    this.clear();
    this.source = source;
    this.#clock = new RunClock();
    this.#emptyWords = 'The program is starting.';
  }

  /** Shows again what the page came with; `source` as in `start`. */
  restore(source: string): void {
    this.clear();
    this.source = source;
    this.add(this.#recorded());
  }

  add(events: readonly TraceEvent[]): void {
    const arrivedAt = performance.now();
    for (const event of events) {
      const lastsMs = event.type === 'blocked' ? event.durationMs : 0;
      this.#clock?.heard(event.at + lastsMs, arrivedAt);
      this.#pending.push(event);
    }
    this.#schedule();
  }

  /** The run is over; threads that did not report their own end were ended with it. */
  finish(outcome: Outcome): void {
    this.#take();
    const at = this.#clock?.at(performance.now()) ?? this.#timeline.endMs;
    const how = endedBy(outcome);
    if (how) this.#timeline = endRun(this.#timeline, at, how);
    this.#clock = undefined;
    this.#emptyWords = 'The run was over before there was anything to draw.';
    this.#schedule();
  }

  #build(): void {
    this.#built = true;
    this.#pending.push(...this.#recorded());
    const controls = this.#part('controls');
    controls.role = 'group';
    controls.ariaLabel = 'Zoom';
    controls.replaceChildren(
      this.#button('−', 'Zoom out', () => this.#zoom(2)),
      this.#button('+', 'Zoom in', () => this.#zoom(0.5)),
      this.#button('All', 'All of it', () => this.#look(undefined)),
    );
    this.#part('words').append(this.#cursor.readout);
    this.#drawing.className = 'timeline-drawing';
    this.#part('plot').replaceChildren(this.#drawing, this.#cursor.slider);
    this.#draw();
  }

  /** The events that the page came with. */
  #recorded(): readonly TraceEvent[] {
    const events: unknown = JSON.parse(
      this.querySelector('script[data-events]')?.textContent || '[]',
    );
    return parseTraceEvents(Array.isArray(events) ? events : []);
  }

  #button(words: string, label: string, press: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words;
    button.ariaLabel = label;
    button.title = label;
    button.addEventListener('click', press);
    return button;
  }

  #listen(signal: AbortSignal): void {
    const plot = this.#part('plot');
    plot.addEventListener('pointermove', (event) => this.#point(event), { signal });
    plot.addEventListener('pointerdown', (event) => this.#point(event), { signal });
    plot.addEventListener('pointerleave', () => this.#cursor.clear(), { signal });
    plot.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
    this.#cursor.slider.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.querySelector('details')?.addEventListener('toggle', () => this.#drawTable(), { signal });
  }

  // ---- drawing ----

  #schedule(): void {
    if (this.isConnected) this.#pacer.ask();
  }

  #take(): void {
    if (this.#pending.length === 0) return;
    this.#timeline = addEvents(this.#timeline, this.#pending);
    this.#pending = [];
  }

  #draw(): void {
    this.#take();
    const timeline = this.#shown();
    const empty = timeline.lanes.length === 0;
    const widthPx = this.#part('plot').clientWidth;
    if (widthPx === 0) return;
    this.#widthPx = widthPx;
    this.#part('controls').classList.toggle('idle', empty);
    this.#cursor.show(timeline);
    if (empty) {
      this.#drawing.innerHTML = `<p class="timeline-empty">${this.#emptyWords}</p>`;
    } else {
      const nowMs = this.#nowMs();
      const window = this.#visible();
      this.#drawing.innerHTML = timelineSvg(timeline, { widthPx, id: this.#id, window, nowMs });
      const heightPx = Number(this.#drawing.querySelector('svg')?.getAttribute('height'));
      this.#heightPx = Math.max(this.#heightPx, heightPx);
    }
    this.#drawing.style.minBlockSize = `${this.#heightPx}px`;
    setMarkup(this.#part('key'), timelineKey(timeline));
    setText(this.#part('summary'), empty ? '' : this.summary);
    this.#drawTable();
    this.#placeCursor();
  }

  #resized(): void {
    const { clientWidth } = this.#part('plot');
    if (clientWidth === this.#widthPx) return;
    this.#heightPx = 0;
    // Not at once: an observer that changes what it observes is stopped with an error.
    this.#schedule();
  }

  #drawTable(): void {
    if (this.querySelector('details')?.open) {
      setMarkup(this.#part('table'), timelineTable(this.#shown()));
    }
  }

  /** While it runs: with what the silence of its threads tells. */
  #shown(): Timeline {
    const nowMs = this.#nowMs();
    return nowMs === undefined ? this.#timeline : asOf(this.#timeline, nowMs);
  }

  #nowMs(): number | undefined {
    const now = this.#clock?.at(performance.now());
    return now === undefined ? undefined : Math.max(now, this.#timeline.endMs);
  }

  /** All that there is to see. While it runs the axis grows in steps, so that bars grow and not shrink. */
  #whole(): TimeWindow {
    const { startMs: fromMs, endMs } = this.#timeline;
    const nowMs = this.#nowMs();
    if (nowMs === undefined) return { fromMs, toMs: Math.max(endMs, fromMs + 0.1) };
    return { fromMs, toMs: fromMs + roundUp(Math.max(LEAST_LIVE_MS, nowMs - fromMs)) };
  }

  #visible(): TimeWindow {
    return this.#view ?? this.#whole();
  }

  // ---- looking closer ----

  #look(view: TimeWindow | undefined): void {
    this.#view = view;
    this.#schedule();
  }

  #zoom(factor: number, aroundMs = this.#cursor.at): void {
    const view = this.#visible();
    const middle = (view.fromMs + view.toMs) / 2;
    const inView = aroundMs !== undefined && aroundMs >= view.fromMs && aroundMs <= view.toMs;
    this.#look(zoomed(view, factor, inView ? aroundMs : middle, this.#whole()));
  }

  #wheel(event: WheelEvent): void {
    const svg = this.#drawing.querySelector('svg');
    if (!svg) return;
    const view = this.#visible();
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.#zoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 120), this.#timeAt(event));
    } else if (this.#view && (event.shiftKey || event.deltaX !== 0)) {
      event.preventDefault();
      const byPx = event.deltaX || event.deltaY;
      const byMs = (byPx / svg.getBoundingClientRect().width) * (view.toMs - view.fromMs);
      this.#look(moved(view, byMs, this.#whole()));
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const zooms: Record<string, () => void> = {
      '+': () => this.#zoom(0.5),
      '=': () => this.#zoom(0.5),
      '-': () => this.#zoom(2),
      '0': () => this.#look(undefined),
    };
    const zoom = zooms[event.key];
    if (zoom) zoom();
    else if (!this.#cursor.key(event.key)) return;
    event.preventDefault();
  }

  #point(event: PointerEvent): void {
    const at = this.#timeAt(event);
    if (at === undefined) return;
    const group = event.target instanceof Element ? event.target.closest('g:has(> title)') : null;
    this.#cursor.point(at, group?.querySelector('title')?.textContent ?? undefined);
  }

  #timeAt(event: MouseEvent): number | undefined {
    const box = this.#drawing.querySelector('svg')?.getBoundingClientRect();
    if (!box || box.width === 0) return undefined;
    const share = Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
    const { fromMs, toMs } = this.#visible();
    return fromMs + share * (toMs - fromMs);
  }

  #cursorMoved(at: number | undefined): void {
    if (at !== undefined && this.#view) {
      const view = including(this.#view, at, this.#whole());
      if (view !== this.#view) this.#look(view);
    }
    this.#placeCursor();
    this.dispatchEvent(new CustomEvent('timeline-cursor', { bubbles: true, detail: { at } }));
  }

  #placeCursor(): void {
    const { at, slider } = this.#cursor;
    const svg = this.#drawing.querySelector('svg');
    slider.classList.toggle('placed', at !== undefined);
    if (at === undefined || !svg) return;
    const [box, plot] = [svg.getBoundingClientRect(), this.#part('plot').getBoundingClientRect()];
    const { fromMs, toMs } = this.#visible();
    const px = box.left - plot.left + ((at - fromMs) / (toMs - fromMs)) * box.width;
    slider.style.insetInlineStart = `${Math.max(0, Math.min(plot.width, px))}px`;
  }

  #part(name: 'plot' | 'words' | 'controls' | 'key' | 'summary' | 'source' | 'table'): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-${name}]`);
    if (!part) throw new Error(`<trace-timeline> needs an element with data-${name} inside it.`);
    return part;
  }
}

function setText(part: HTMLElement, text: string): void {
  if (part.textContent !== text) part.textContent = text;
}

function setMarkup(part: HTMLElement, markup: string): void {
  if (part.innerHTML !== markup) part.innerHTML = markup;
}

customElements.define('trace-timeline', TraceTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'trace-timeline': TraceTimeline;
  }
}
