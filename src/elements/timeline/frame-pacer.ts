/** Draws at most once a frame, and less often when drawing is slow: it may take only a share of the time. */
export class FramePacer {
  readonly #draw: () => void;
  /** Whether to go on drawing though nothing asks for it. */
  readonly #goesOn: () => boolean;
  #frame: number | undefined;
  #notBefore = 0;

  constructor(draw: () => void, goesOn: () => boolean) {
    this.#draw = draw;
    this.#goesOn = goesOn;
  }

  /** Draws in the next frame. Asking again before that changes nothing. */
  ask(): void {
    this.#frame ??= requestAnimationFrame((now) => {
      this.#frame = undefined;
      if (now < this.#notBefore) return this.ask();
      const began = performance.now();
      this.#draw();
      this.#notBefore = began + (performance.now() - began) / DRAWING_SHARE;
      if (this.#goesOn()) this.ask();
    });
  }

  /** The same for what the reader's hand asks for: it is not made to wait for its share. */
  askNow(): void {
    this.#notBefore = 0;
    this.ask();
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }
}

/** A drawing of up to 8 ms is made in every frame of a screen that shows 60 a second. */
const DRAWING_SHARE = 0.5;
