/**
 * `<trace-timeline>`: enlivens what `components/Timeline.astro` has drawn. The drawing of the server stays until the
 * reader comes near it, or until a run begins; what takes its place is loaded then. It is drawn for its true width,
 * lets the reader move along it and look closer, and draws another run while that run happens:
 *
 *     timeline.start('Drawn from your run.');   // empties it; from now on its bars grow
 *     timeline.add(events);                     // as often as they come; it is drawn at most once a frame
 *     timeline.finish(outcome);
 *
 * `clear()` and `add()` alone show a run that is over; `restore(source)` shows again what the page came with.
 * `timeline-cursor` (detail: `{ at, nearMs }`, milliseconds on the run's clock; `at` is undefined when the cursor has
 * left) tells where the reader looks and what is too near to be told apart; `lookAt(at)` puts the cursor there.
 */
import type { Outcome } from '../sandbox/engine.ts';
import type { TraceEvent } from '../trace/trace-event.ts';
import type { LiveTimeline } from './timeline/live-timeline.ts';
import { ATTRIBUTE } from './timeline/predicted.ts';
import { findParts } from './timeline/timeline-parts.ts';

let figures = 0;

export class TraceTimeline extends HTMLElement {
  readonly #id = `timeline-live-${++figures}`;
  #live: LiveTimeline | undefined;
  /** What is to be done as soon as the rest has come. */
  #waiting: ((live: LiveTimeline) => void)[] = [];
  #isLoading = false;
  #approach = new AbortController();

  static readonly observedAttributes = [ATTRIBUTE];

  /** What the reader predicts belongs into the picture. */
  attributeChangedCallback(): void {
    this.#live?.redraw();
  }

  connectedCallback(): void {
    if (this.#live) this.#live.connect();
    else this.#waitForReader();
  }

  #waitForReader(): void {
    const { controls, plot } = findParts(this);
    if (controls.childElementCount === 0) this.#addControls(controls);
    if (!plot.querySelector('svg, .timeline-empty')) {
      this.#wake();
      return;
    }
    this.#approach = new AbortController();
    const { signal } = this.#approach;
    for (const type of ['pointerenter', 'pointerdown', 'focusin'] as const) {
      this.addEventListener(type, () => this.#wake(), { signal });
    }
  }

  disconnectedCallback(): void {
    this.#approach.abort();
    this.#live?.disconnect();
  }

  /** Which run the figure was drawn from: a sentence for its caption. */
  get source(): string {
    return findParts(this).source.textContent;
  }
  set source(words: string) {
    findParts(this).source.textContent = words;
  }

  /** Shows nothing. */
  clear(): void {
    this.#do((live) => live.clear());
  }

  /** Empties the figure for a run that begins now. */
  start(source: string): void {
    this.source = source;
    this.#do((live) => live.start());
  }

  /** Shows again what the page came with; `source` as in `start`. */
  restore(source: string): void {
    this.source = source;
    // Before it was woken, that is what it shows.
    if (this.#live || this.#isLoading) this.#do((live) => live.restore());
  }

  add(events: readonly TraceEvent[]): void {
    const arrivedAt = performance.now();
    this.#do((live) => live.add(events, arrivedAt));
  }

  /** The run is over; threads that did not report their own end were ended with it. */
  finish(outcome: Outcome): void {
    this.#do((live) => live.finish(outcome));
  }

  /** Puts the cursor to a moment of the run's clock, or takes it away. */
  lookAt(at: number | undefined): void {
    this.#do((live) => live.lookAt(at));
  }

  #do(act: (live: LiveTimeline) => void): void {
    if (this.#live) act(this.#live);
    else {
      this.#waiting.push(act);
      this.#wake();
    }
  }

  #wake(): void {
    this.#approach.abort();
    if (this.#live || this.#isLoading) return;
    this.#isLoading = true;
    import('./timeline/live-timeline.ts').then(({ LiveTimeline }) => {
      this.#live = new LiveTimeline(this, this.#id);
      for (const act of this.#waiting.splice(0)) act(this.#live);
    }, this.#couldNotLoad);
  }

  /** The drawing of the server stays; the next approach tries again. */
  readonly #couldNotLoad = (): void => {
    this.#isLoading = false;
    this.#waiting = [];
    if (this.isConnected) this.#waitForReader();
  };

  #addControls(controls: HTMLElement): void {
    controls.role = 'group';
    controls.ariaLabel = 'Zoom';
    const button = (words: string, label: string, press: (live: LiveTimeline) => void) => {
      const element = document.createElement('button');
      Object.assign(element, {
        type: 'button',
        textContent: words,
        ariaLabel: label,
        title: label,
      });
      element.addEventListener('click', () => this.#do(press));
      return element;
    };
    controls.append(
      button('−', 'Zoom out', (live) => live.zoomBy(2)),
      button('+', 'Zoom in', (live) => live.zoomBy(0.5)),
      button('All', 'All of it', (live) => live.lookAtAll()),
    );
  }
}

customElements.define('trace-timeline', TraceTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'trace-timeline': TraceTimeline;
  }
}
