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
import type { Timeline } from '../../trace/timeline.ts';
import type { TraceEvent } from '../../trace/trace-event.ts';
import { AxisView } from './axis-view.ts';
import { Beside } from './beside.ts';
import { CursorLine } from './cursor-line.ts';
import { FramePacer } from './frame-pacer.ts';
import { type GestureTarget, listenToGestures } from './gestures.ts';
import { markOfPrediction } from './mark-of-prediction.ts';
import { RunPicture } from './run-picture.ts';
import { saveMenu } from './save-menu.ts';
import { setMarkup, setText } from './set-changed.ts';
import { ShownRun } from './shown-run.ts';
import { TimeCursor } from './time-cursor.ts';
import type { TimeWindow } from './time-window.ts';
import { findParts, type TimelineParts } from './timeline-parts.ts';

/** While it runs, its words change so often at most: nobody reads faster, and they cost more than the bars. */
const WORDS_EVERY_MS = 250;
const WORDS_SHARE = 0.05;
/** What is so near to the cursor happens at its moment: times in the output are in whole milliseconds. */
const NEAR_PX = 4;
const LEAST_NEAR_MS = 2;

export class LiveTimeline implements GestureTarget {
  readonly #timeline: HTMLElement;
  readonly #parts: TimelineParts;
  readonly #picture: RunPicture;
  readonly #cursor: TimeCursor;
  readonly #line: CursorLine;
  readonly #beside: Beside;
  readonly #observer = new ResizeObserver(() => this.#resized());
  // Bars grow with the time even when nothing is heard, unless the reader prefers that nothing moves by itself.
  readonly #pacer = new FramePacer(
    () => this.#draw(),
    () => this.#run.isLive && !matchMedia('(prefers-reduced-motion: reduce)').matches,
  );
  #listening = new AbortController();
  #run = new ShownRun();
  /** Whether what is shown is what the page came with. */
  #isRecording = true;
  readonly #view = new AxisView(
    () => this.#whole(),
    () => this.#parts.plot.isConnected && this.#pacer.askNow(),
  );
  /** When the words are due again, in the page's time. */
  #wordsFrom = 0;
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
    this.#beside = new Beside(id, () => this.#compare());
    const saved = () => ({ timeline: this.#run.timeline(), source: parts.source.textContent });
    parts.tools.replaceChildren(this.#beside.choice, saveMenu(saved));
    parts.words.append(this.#cursor.readout);
    // The slider stays where it is: the reader's focus may be on it.
    for (const child of [...parts.plot.children]) if (child !== parts.slider) child.remove();
    const { heading, element } = this.#beside;
    parts.plot.prepend(heading, this.#picture.element, element, this.#line.ring);
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
    if (!this.#isRecording && !this.#run.isLive) this.#beside.keep('before', this.#run.timeline());
    this.#isRecording = false;
    this.#run = run;
    this.#view.show(undefined);
    this.#cursor.clear();
    this.redraw();
  }

  /** Shows nothing. */
  clear(): void {
    this.#show(new ShownRun());
  }

  /** Empties the figure for a run that begins now. */
  start(): void {
    this.#show(ShownRun.live());
    const recording = new ShownRun();
    recording.add(this.#recorded(), 0);
    this.#beside.keep('recording', recording.timeline());
  }

  /** Shows again what the page came with. */
  restore(): void {
    const run = new ShownRun();
    run.add(this.#recorded(), 0);
    this.#show(run);
    this.#isRecording = true;
    this.#beside.keep('recording', undefined);
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
    if (!this.#run.isLive) this.#wordsFrom = 0;
    this.#schedule();
  }

  finish(outcome: Outcome): void {
    this.#run.finish(outcome);
    this.redraw();
  }

  // ---- drawing ----

  redraw(): void {
    this.#wordsFrom = 0;
    this.#schedule();
  }

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
      const { fromMs, toMs: untilMs } = this.#view.window;
      const other = this.#beside.timeline;
      const gutterPx = Math.max(gutterOf(timeline), other ? gutterOf(other) : 0);
      const options = ({ startMs }: Timeline) => {
        const window = { fromMs: startMs + fromMs, toMs: startMs + untilMs };
        return { widthPx, window, gutterPx };
      };
      const predicted = markOfPrediction(this.#timeline, timeline);
      this.#picture.draw(timeline, { ...options(timeline), nowMs, predicted });
      this.#beside.draw(options(other ?? timeline));
      this.#heightPx = Math.max(this.#heightPx, this.#picture.figure?.heightPx ?? 0);
    }
    this.#picture.element.style.minBlockSize = `${this.#heightPx}px`;
    this.#parts.plot.classList.toggle('closer', this.canMove);
    this.#cursor.show(timeline);
    this.#placeCursor();
    // Of a run that is over they stay as they are, however the reader moves along it.
    const began = performance.now();
    if (began < this.#wordsFrom) return;
    this.#say(timeline, nowMs !== undefined);
    const nextMs = Math.max(WORDS_EVERY_MS, (performance.now() - began) / WORDS_SHARE);
    this.#wordsFrom = this.#run.isLive ? began + nextMs : Number.POSITIVE_INFINITY;
  }

  /** What is said around the drawing. */
  #say(timeline: Timeline, running: boolean): void {
    const empty = timeline.lanes.length === 0;
    this.#picture.describe(timeline, running);
    setMarkup(this.#parts.key, timelineKey(timeline));
    const words = empty ? '' : timelineSummary(timeline, running);
    const compared = empty || running ? '' : this.#beside.sentence(timeline);
    setText(
      this.#parts.summary,
      [words, markOfPrediction(this.#timeline, timeline)?.words, compared]
        .filter(Boolean)
        .join(' '),
    );
    this.#drawTable();
  }

  #drawTable(): void {
    if (this.#parts.details?.open)
      setMarkup(this.#parts.table, this.#beside.tables(this.#run.timeline()));
  }

  #resized(): void {
    if (this.#parts.plot.clientWidth === this.#widthPx) return;
    this.#heightPx = 0;
    // Not at once: an observer that changes what it observes is stopped with an error.
    this.#schedule();
  }

  /** All that there is to see, of both runs where there are two. */
  #whole(): TimeWindow {
    const { fromMs, toMs: untilMs } = this.#run.whole();
    const other = this.#beside.timeline;
    return { fromMs, toMs: other ? Math.max(untilMs, other.endMs - other.startMs) : untilMs };
  }

  /** The reader has chosen another run to compare with. */
  #compare(): void {
    this.#heightPx = 0;
    this.#wordsFrom = 0;
    this.lookAtAll();
  }

  // ---- looking closer ----

  /** Shows all of it again. */
  lookAtAll(): void {
    this.#view.show(undefined);
  }

  /** Nearer (below 1) or farther, around the cursor where that is in view. */
  zoomBy(factor: number): void {
    const at = this.#cursor.at;
    this.#view.zoom(factor, at === undefined ? undefined : at - this.#run.timeline().startMs);
  }

  get canMove(): boolean {
    return this.#view.isCloser;
  }

  point(clientX: number, clientY: number): void {
    const place = this.#placeAt(clientX);
    if (!place) return;
    const { figure, box, xPx } = place;
    const at = toMs(figure.scale, xPx);
    const other = this.#beside.wordsAt(clientX, clientY, at - figure.timeline.startMs);
    const row = other === undefined ? findAt(figure, xPx, clientY - box.top) : undefined;
    this.#cursor.point(at, row, other);
  }

  leave(): void {
    if (document.activeElement !== this.#parts.slider) this.#cursor.clear();
  }

  move(byPx: number): void {
    this.#view.move(-byPx * this.#msPerPx);
  }

  zoom(factor: number, clientX: number): void {
    const px = clientX - (this.#picture.box?.left ?? 0);
    this.#view.zoom(factor, this.#view.window.fromMs + px * this.#msPerPx);
  }

  fit(clientX: number, clientY: number): void {
    this.point(clientX, clientY);
    this.#fitRow(this.#cursor.row);
  }

  #fitRow(row: Row | undefined): void {
    this.#view.fit((row?.at ?? 0) - this.#run.timeline().startMs, row?.lastsMs ?? 0);
  }

  get #msPerPx(): number {
    const { fromMs, toMs: untilMs } = this.#view.window;
    return (untilMs - fromMs) / (this.#picture.box?.width || 1);
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
      '0': () => this.lookAtAll(),
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
    const detail = { at, nearMs: Math.max(LEAST_NEAR_MS, NEAR_PX * this.#msPerPx) };
    this.#timeline.dispatchEvent(new CustomEvent('timeline-cursor', { bubbles: true, detail }));
  }

  #bringIntoView(at: number | undefined): void {
    if (at !== undefined) this.#view.include(at - this.#run.timeline().startMs);
  }

  #placeCursor(): void {
    const focused = document.activeElement === this.#parts.slider;
    this.#line.place(this.#picture, this.#cursor.at, focused ? this.#cursor.row : undefined);
  }
}
