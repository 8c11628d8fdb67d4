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
      this.#notBefore = now + (performance.now() - began) * (1 / DRAWING_SHARE - 1);
      if (this.#goesOn()) this.ask();
    });
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }
}

const DRAWING_SHARE = 0.2;
