/**
 * What `<trace-timeline>` does once the reader comes near it or a run begins: draws the figure for its true width, lets
 * the reader move along it and look closer, draws a run while it happens, and sets another run beside it.
 *
 * What is in view is counted from the beginning of a run, so that two runs can share one axis.
 */
import type { Outcome } from '../../sandbox/engine.ts';
import { gutterOf } from '../../trace/figure.ts';
import { findAt } from '../../trace/find.ts';
import { timelineKey } from '../../trace/key.ts';
import { toMs } from '../../trace/layout.ts';
import { parseTraceEvents } from '../../trace/parse-trace-event.ts';
import type { Row } from '../../trace/rows.ts';
import { timelineSummary } from '../../trace/summary.ts';
import { timelineTable } from '../../trace/table.ts';
import type { Timeline } from '../../trace/timeline.ts';
import type { TraceEvent } from '../../trace/trace-event.ts';
import { CursorLine } from './cursor-line.ts';
import { FramePacer } from './frame-pacer.ts';
import { type GestureTarget, listenToGestures } from './gestures.ts';
import { RunPicture } from './run-picture.ts';
import { ShownRun } from './shown-run.ts';
import { TimeCursor } from './time-cursor.ts';
import { including, moved, type TimeWindow, zoomed } from './time-window.ts';
import { findParts, type TimelineParts } from './timeline-parts.ts';

/** While it runs, its words change so often at most: nobody reads faster, and they cost more than the bars. */
const WORDS_EVERY_MS = 250;

export class LiveTimeline implements GestureTarget {
  readonly #timeline: HTMLElement;
  readonly #parts: TimelineParts;
  readonly #picture: RunPicture;
  readonly #cursor: TimeCursor;
  readonly #line: CursorLine;
  readonly #observer = new ResizeObserver(() => this.#resized());
  // Bars grow with the time even when nothing is heard, unless the reader prefers that nothing moves by itself.
  readonly #pacer = new FramePacer(
    () => this.#draw(),
    () => this.#run.isLive && !matchMedia('(prefers-reduced-motion: reduce)').matches,
  );
  #listening = new AbortController();
  #run = new ShownRun();
  #view: TimeWindow | undefined;
  #wordsAt = Number.NEGATIVE_INFINITY;
  /** The figure never shrinks under the reader's eyes, only when its width changes. */
  #heightPx = 0;
  #widthPx = 0;

  /** `id` is unique in the document. */
  constructor(timeline: HTMLElement, id: string) {
    const parts = findParts(timeline);
    this.#timeline = timeline;
    this.#parts = parts;
    this.#picture = new RunPicture(id);
    this.#cursor = new TimeCursor(parts.slider, (at) => this.#cursorMoved(at));
    this.#line = new CursorLine(parts.plot, parts.slider);
    parts.words.append(this.#cursor.readout);
    // The slider stays where it is: the reader's focus may be on it.
    for (const child of [...parts.plot.children]) if (child !== parts.slider) child.remove();
    parts.plot.prepend(this.#picture.element, this.#line.ring);
    this.#run.add(this.#recorded(), 0);
    this.connect();
  }

  connect(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const { plot, slider, details } = this.#parts;
    listenToGestures(plot, this, signal);
    slider.addEventListener('keydown', (event) => this.#key(event), { signal });
    slider.addEventListener('blur', () => this.#placeCursor(), { signal });
    details?.addEventListener('toggle', () => this.#drawTable(), { signal });
    this.#observer.observe(plot);
    this.#schedule();
  }

  disconnect(): void {
    this.#listening.abort();
    this.#observer.disconnect();
    this.#pacer.stop();
  }

  // ---- runs ----

  #show(run: ShownRun): void {
    this.#run = run;
    this.#view = undefined;
    this.#wordsAt = Number.NEGATIVE_INFINITY;
    this.#cursor.clear();
    this.#schedule();
  }

  /** Shows nothing. */
  clear(): void {
    this.#show(new ShownRun());
  }

  /** Empties the figure for a run that begins now. */
  start(): void {
    this.#show(ShownRun.live());
  }

  /** Shows again what the page came with. */
  restore(): void {
    const run = new ShownRun();
    run.add(this.#recorded(), 0);
    this.#show(run);
  }

  /** The events that the page came with. */
  #recorded(): readonly TraceEvent[] {
    const data = this.#timeline.querySelector('script[data-events]')?.textContent || '[]';
    const events: unknown = JSON.parse(data);
    return parseTraceEvents(Array.isArray(events) ? events : []);
  }

  /** `arrivedAt` is the page's time. */
  add(events: readonly TraceEvent[], arrivedAt: number): void {
    this.#run.add(events, arrivedAt);
    this.#schedule();
  }

  finish(outcome: Outcome): void {
    this.#run.finish(outcome);
    this.#wordsAt = Number.NEGATIVE_INFINITY;
    this.#schedule();
  }

  // ---- drawing ----

  #schedule(): void {
    if (this.#parts.plot.isConnected) this.#pacer.ask();
  }

  #draw(): void {
    const widthPx = this.#parts.plot.clientWidth;
    if (widthPx === 0) return;
    this.#widthPx = widthPx;
    const nowMs = this.#run.nowMs();
    const timeline = this.#run.timeline(nowMs);
    const empty = timeline.lanes.length === 0;
    this.#parts.controls.classList.toggle('idle', empty);
    if (empty) this.#picture.drawNothing(this.#run.emptyWords);
    else {
      const { fromMs, toMs: untilMs } = this.#visible();
      const { startMs } = timeline;
      const window = { fromMs: startMs + fromMs, toMs: startMs + untilMs };
      const gutterPx = gutterOf(timeline);
      this.#picture.draw(timeline, { widthPx, window, nowMs, gutterPx });
      this.#heightPx = Math.max(this.#heightPx, this.#picture.figure?.heightPx ?? 0);
    }
    this.#picture.element.style.minBlockSize = `${this.#heightPx}px`;
    this.#parts.plot.classList.toggle('closer', this.canMove);
    this.#cursor.show(timeline);
    this.#placeCursor();
    const now = performance.now();
    if (nowMs === undefined || now - this.#wordsAt >= WORDS_EVERY_MS) {
      this.#wordsAt = now;
      this.#say(timeline, nowMs !== undefined);
    }
  }

  /** What is said around the drawing. */
  #say(timeline: Timeline, running: boolean): void {
    const empty = timeline.lanes.length === 0;
    this.#picture.describe(timeline, running);
    setMarkup(this.#parts.key, timelineKey(timeline));
    setText(this.#parts.summary, empty ? '' : timelineSummary(timeline, running));
    this.#drawTable();
  }

  #drawTable(): void {
    if (this.#parts.details?.open)
      setMarkup(this.#parts.table, timelineTable(this.#run.timeline()));
  }

  #resized(): void {
    if (this.#parts.plot.clientWidth === this.#widthPx) return;
    this.#heightPx = 0;
    // Not at once: an observer that changes what it observes is stopped with an error.
    this.#schedule();
  }

  #visible(): TimeWindow {
    return this.#view ?? this.#run.whole();
  }

  // ---- looking closer ----

  /** Shows this part of the axis; all of it where there is none. */
  look(view: TimeWindow | undefined): void {
    this.#view = view;
    this.#schedule();
  }

  /** Nearer (below 1) or farther, around the cursor where that is in view. */
  zoomBy(factor: number): void {
    const { fromMs, toMs: untilMs } = this.#visible();
    const at = this.#cursor.at;
    const around = at === undefined ? undefined : at - this.#run.timeline().startMs;
    const inView = around !== undefined && around >= fromMs && around <= untilMs;
    this.#zoomAround(factor, inView ? around : (fromMs + untilMs) / 2);
  }

  #zoomAround(factor: number, aroundMs: number): void {
    this.look(zoomed(this.#visible(), factor, aroundMs, this.#run.whole()));
  }

  get canMove(): boolean {
    return this.#view !== undefined;
  }

  point(clientX: number, clientY: number): void {
    const place = this.#placeAt(clientX);
    if (!place) return;
    const { figure, box, xPx } = place;
    this.#cursor.point(toMs(figure.scale, xPx), findAt(figure, xPx, clientY - box.top));
  }

  leave(): void {
    if (document.activeElement !== this.#parts.slider) this.#cursor.clear();
  }

  move(byPx: number): void {
    const place = this.#placeAt(0);
    if (!this.#view || !place) return;
    const { fromMs, toMs: untilMs } = this.#view;
    const byMs = (byPx / place.box.width) * (untilMs - fromMs);
    this.look(moved(this.#view, -byMs, this.#run.whole()));
  }

  zoom(factor: number, clientX: number): void {
    const place = this.#placeAt(clientX);
    if (!place) return;
    const { fromMs, toMs: untilMs } = this.#visible();
    this.#zoomAround(factor, fromMs + (place.xPx / place.box.width) * (untilMs - fromMs));
  }

  fit(clientX: number, clientY: number): void {
    this.point(clientX, clientY);
    this.#fitRow(this.#cursor.row);
  }

  /** Shows a row's bar with a little of what is around it; everything, where there is no bar. */
  #fitRow(row: Row | undefined): void {
    if (!row?.lastsMs) {
      this.look(undefined);
      return;
    }
    const { startMs } = this.#run.timeline();
    const marginMs = row.lastsMs / 4;
    const fromMs = row.at - startMs - marginMs;
    const lengthMs = row.lastsMs + 2 * marginMs;
    const whole = this.#run.whole();
    const view = zoomed({ fromMs, toMs: fromMs + lengthMs }, 1, fromMs + lengthMs / 2, whole);
    this.look(view && moved(view, 0, whole));
  }

  #placeAt(clientX: number) {
    const { figure, box } = this.#picture;
    if (!figure || !box || box.width === 0) return undefined;
    const px = Math.max(0, Math.min(box.width, clientX - box.left));
    return { figure, box, xPx: (px / box.width) * figure.scale.widthPx };
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pagePx = (this.#picture.box?.width ?? 0) / 4;
    const acts: Record<string, () => void> = {
      '+': () => this.zoomBy(0.5),
      '=': () => this.zoomBy(0.5),
      '-': () => this.zoomBy(2),
      '0': () => this.look(undefined),
      Enter: () => this.#fitRow(this.#cursor.row),
      'Shift+ArrowLeft': () => this.move(pagePx),
      'Shift+ArrowRight': () => this.move(-pagePx),
    };
    const act =
      acts[event.shiftKey && event.key.startsWith('Arrow') ? `Shift+${event.key}` : event.key];
    if (act) act();
    else if (!this.#cursor.key(event.key)) return;
    event.preventDefault();
  }

  // ---- the cursor ----

  /** Shows a moment of the run's clock, as somebody else asks for it. */
  lookAt(at: number | undefined): void {
    this.#cursor.lookAt(at);
    this.#bringIntoView(at);
    this.#placeCursor();
  }

  #cursorMoved(at: number | undefined): void {
    this.#bringIntoView(at);
    this.#placeCursor();
    const detail = { at };
    this.#timeline.dispatchEvent(new CustomEvent('timeline-cursor', { bubbles: true, detail }));
  }

  #bringIntoView(at: number | undefined): void {
    if (at === undefined || !this.#view) return;
    const view = including(this.#view, at - this.#run.timeline().startMs, this.#run.whole());
    if (view !== this.#view) this.look(view);
  }

  #placeCursor(): void {
    const focused = document.activeElement === this.#parts.slider;
    this.#line.place(this.#picture, this.#cursor.at, focused ? this.#cursor.row : undefined);
  }
}

function setText(part: HTMLElement, text: string): void {
  if (part.textContent !== text) part.textContent = text;
}

function setMarkup(part: HTMLElement, markup: string): void {
  if (part.innerHTML !== markup) part.innerHTML = markup;
}
