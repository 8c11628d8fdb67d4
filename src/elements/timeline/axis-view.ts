/** The part of the axis that the reader looks at, in milliseconds since the run began. */
import { including, moved, type TimeWindow, zoomed } from './time-window.ts';

export class AxisView {
  readonly #whole: () => TimeWindow;
  readonly #changed: () => void;
  #closer: TimeWindow | undefined;

  /** `whole` gives all that there is to see; `changed` is called when something else is in view. */
  constructor(whole: () => TimeWindow, changed: () => void) {
    this.#whole = whole;
    this.#changed = changed;
  }

  get window(): TimeWindow {
    return this.#closer ?? this.#whole();
  }

  /** Whether there is more to see at either side. */
  get isCloser(): boolean {
    return this.#closer !== undefined;
  }

  /** Shows this; all of it, where there is nothing given. */
  show(view: TimeWindow | undefined): void {
    this.#closer = view;
    this.#changed();
  }

  /** Nearer (below 1) or farther, with `aroundMs` staying in its place; the middle, where that is not in view. */
  zoom(factor: number, aroundMs: number | undefined): void {
    const { fromMs, toMs } = this.window;
    const inView = aroundMs !== undefined && aroundMs >= fromMs && aroundMs <= toMs;
    const around = inView ? aroundMs : (fromMs + toMs) / 2;
    this.show(zoomed(this.window, factor, around, this.#whole()));
  }

  move(byMs: number): void {
    if (this.#closer) this.show(moved(this.#closer, byMs, this.#whole()));
  }

  include(atMs: number): void {
    if (!this.#closer) return;
    const view = including(this.#closer, atMs, this.#whole());
    if (view !== this.#closer) this.show(view);
  }

  /** Shows a stretch with a little of what is around it; all of it, where that is nothing. */
  fit(fromMs: number, lengthMs: number): void {
    const whole = this.#whole();
    const view = { fromMs: fromMs - lengthMs / 4, toMs: fromMs + lengthMs * 1.25 };
    const fitted = lengthMs > 0 ? zoomed(view, 1, fromMs, whole) : undefined;
    this.show(fitted && moved(fitted, 0, whole));
  }
}
