/**
 * `<output-log>`: a program's output in an element with `role="log"`.
 *
 *     <output-log>
 *       <div role="log" aria-label="Output">
 *         <div class="first"><div class="line" data-at="101">…</div>…</div>
 *         <p class="dropped" hidden></p>
 *         <div class="last"></div>
 *       </div>
 *     </output-log>
 *
 * `output-moment` (detail: `{ at }`, milliseconds since the run began, or undefined) tells which line the reader picks.
 *
 * What is there at first (a recording) can be brought back by `restore()`. Text is only ever written as text.
 * Drawing happens at most once a frame, and less often in a flood, so that the page stays at ease.
 */
import { LineBuffer, type OutputLine, type OutputPiece } from './output/line-buffer.ts';
import { required } from './required.ts';

const limits = { first: 200, last: 800, lineCharacters: 4000 };
/** With more fresh lines than this the next drawing waits for `floodPauseMs`. */
const floodLines = 200;
const floodPauseMs = 100;
/** After this many lines of a run a screen reader is no longer told each one. */
const announcedLines = 30;

export class OutputLog extends HTMLElement {
  #buffer = new LineBuffer(limits);
  #recording: Node[] | undefined;
  #frame = 0;
  #pause = 0;
  #lastDrawn: { line: OutputLine; text: Text } | undefined;
  #listening = new AbortController();
  #isPickable = false;
  /** Whether the newest line stays in view, until the reader scrolls away from it. */
  #follows = true;

  connectedCallback(): void {
    this.#recording ??= Array.from(this.#first.childNodes);
    // It scrolls, so it has to be within reach of the keyboard. Without JavaScript it does not scroll.
    this.#log.tabIndex = 0;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#log.addEventListener('scroll', this.#noteScroll, { passive: true, signal });
    for (const type of ['pointerenter', 'focusin'] as const) {
      this.#log.addEventListener(type, () => void this.#letPick(signal), { once: true, signal });
    }
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#cancelDrawing();
  }

  /** Shows output after what is there already. */
  print(pieces: readonly OutputPiece[]): void {
    for (const piece of pieces) this.#buffer.push(piece);
    this.#plan();
  }

  /** Empties the log for a new run. */
  clear(): void {
    this.#cancelDrawing();
    this.#buffer = new LineBuffer(limits);
    this.#lastDrawn = undefined;
    this.#follows = true;
    this.#first.replaceChildren();
    this.#last.replaceChildren();
    this.#dropped.hidden = true;
    this.#log.removeAttribute('aria-live');
  }

  /** Empties the log and shows the output that was there at first. */
  restore(): void {
    this.clear();
    this.#first.replaceChildren(...(this.#recording ?? []));
    this.#log.scrollTop = 0;
  }

  /**
   * Marks the lines of a moment: those from `fromMs` up to `toMs` (milliseconds since the run began); none without it.
   * The first of them is brought into view, unless the reader is in the log.
   */
  highlight(moment?: { readonly fromMs: number; readonly toMs: number }): void {
    let first: HTMLElement | undefined;
    for (const line of this.#log.querySelectorAll<HTMLElement>('.line')) {
      const at = Number(line.dataset['at']);
      const isNow = moment !== undefined && at >= moment.fromMs && at < moment.toMs;
      line.classList.toggle('now', isNow);
      if (isNow) first ??= line;
    }
    if (first && !this.#log.matches(':hover, :focus-within')) this.#bringIntoView(first);
  }

  #bringIntoView(line: HTMLElement): void {
    const [view, place] = [this.#log.getBoundingClientRect(), line.getBoundingClientRect()];
    if (place.top >= view.top && place.bottom <= view.bottom) return;
    // Not `scrollIntoView`, which would move the page as well.
    this.#log.scrollTop += place.top - view.top - this.#log.clientHeight / 3;
  }

  async #letPick(signal: AbortSignal): Promise<void> {
    if (this.#isPickable) return;
    this.#isPickable = true;
    let clicked: EventTarget | null = null;
    const loading = new AbortController();
    this.#log.addEventListener(
      'click',
      ({ target }) => {
        clicked = target;
      },
      { signal: loading.signal },
    );
    const { listenForLines } = await import('./output/line-picker.ts');
    const onPick = (at: number | undefined) => {
      const detail = { at };
      this.dispatchEvent(new CustomEvent('output-moment', { bubbles: true, detail }));
    };
    loading.abort();
    if (!signal.aborted) listenForLines(this.#log, onPick, signal, clicked);
    signal.addEventListener('abort', () => {
      this.#isPickable = false;
    });
  }

  get #log(): HTMLElement {
    return required(this, '[role="log"]', HTMLElement);
  }
  get #first(): HTMLElement {
    return required(this, '.first', HTMLElement);
  }
  get #last(): HTMLElement {
    return required(this, '.last', HTMLElement);
  }
  get #dropped(): HTMLElement {
    return required(this, '.dropped', HTMLElement);
  }

  readonly #noteScroll = (): void => {
    const { scrollHeight, scrollTop, clientHeight } = this.#log;
    this.#follows = scrollHeight - scrollTop - clientHeight < 8;
  };

  #plan(): void {
    if (this.#frame || this.#pause) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #cancelDrawing(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#pause);
    this.#frame = 0;
    this.#pause = 0;
  }

  #draw(): void {
    const fresh = this.#buffer.takeFresh();
    if (this.#buffer.total > announcedLines) this.#log.setAttribute('aria-live', 'off');
    const first = document.createDocumentFragment();
    const last = document.createDocumentFragment();
    for (const line of fresh) {
      if (line === this.#lastDrawn?.line) this.#lastDrawn.text.data = shown(line);
      else (line.index < limits.first ? first : last).append(this.#element(line));
    }
    this.#first.append(first);
    this.#last.append(last);
    while (this.#last.childElementCount > limits.last) this.#last.firstElementChild?.remove();
    const { dropped } = this.#buffer;
    this.#dropped.hidden = dropped === 0;
    if (dropped > 0)
      this.#dropped.textContent = `${dropped.toLocaleString('en')} ${dropped === 1 ? 'line' : 'lines'} dropped here`;
    if (this.#follows) this.#log.scrollTop = this.#log.scrollHeight;
    if (fresh.length > floodLines) {
      this.#pause = window.setTimeout(() => {
        this.#pause = 0;
        this.#plan();
      }, floodPauseMs);
    }
  }

  #element(line: OutputLine): HTMLElement {
    const element = document.createElement('div');
    element.className = 'line';
    element.dataset['at'] = String(Math.round(line.at));
    if (line.stream === 'stderr') element.dataset['stream'] = 'stderr';
    const text = document.createTextNode(shown(line));
    element.append(text);
    this.#lastDrawn = { line, text };
    return element;
  }
}

/** With its line feed, so that the log's text is the program's output, to the character. */
function shown(line: OutputLine): string {
  return line.ended ? `${line.text}\n` : line.text;
}

customElements.define('output-log', OutputLog);
