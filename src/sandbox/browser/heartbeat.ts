/**
 * Notices that the host is gone: a browser may end the frame's process, mostly for want of memory, and tells nobody.
 * Counts beats that were not answered, not time: a page that was asleep has slept together with its host.
 */
const BEAT_MS = 1000;
/** A host in a flood of messages answers late. */
const MAX_UNANSWERED = 6;

export class Heartbeat {
  readonly #ask: () => void;
  readonly #lost: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #unanswered = 0;

  /** `ask` makes the host answer; `lost` is called once it has not for too long. */
  constructor(ask: () => void, lost: () => void) {
    this.#ask = ask;
    this.#lost = lost;
  }

  start(): void {
    this.#unanswered = 0;
    this.#timer ??= setInterval(() => this.#beat(), BEAT_MS);
  }

  answered(): void {
    this.#unanswered = 0;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #beat(): void {
    if (this.#unanswered >= MAX_UNANSWERED) {
      this.stop();
      this.#lost();
      return;
    }
    this.#unanswered++;
    this.#ask();
  }
}
