/**
 * What time it is in a run that only sends events: each one arrives some time after it happened, so the one that
 * took least tells best how far the run's clock and the page's are apart.
 */
export class RunClock {
  #behindMs = Number.POSITIVE_INFINITY;

  /** An event that happened at `at` on the run's clock has arrived at `arrivedAt` on the page's. */
  heard(at: number, arrivedAt: number): void {
    this.#behindMs = Math.min(this.#behindMs, arrivedAt - at);
  }

  /** The run's time at the page's time; undefined before the first event. */
  at(pageMs: number): number | undefined {
    return Number.isFinite(this.#behindMs) ? pageMs - this.#behindMs : undefined;
  }
}
