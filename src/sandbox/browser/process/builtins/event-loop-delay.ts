/** `monitorEventLoopDelay` of node:perf_hooks. */
import { checkInteger } from '../argument-checks.ts';
import { native } from '../native.ts';
import { now } from '../thread.ts';
import { Histogram } from './histogram.ts';

/** Samples the loop: every value is how long the loop took to come round again, in nanoseconds. */
export class IntervalHistogram extends Histogram {
  readonly #resolutionMs: number;
  #handle: number | undefined;
  constructor(resolutionMs: number) {
    super();
    this.#resolutionMs = resolutionMs;
  }
  enable(): boolean {
    if (this.#handle !== undefined) return false;
    let before = now();
    this.#handle = native.setInterval(() => {
      const after = now();
      this.addValue(Math.max(1, Math.round((after - before) * 1e6)));
      before = after;
    }, this.#resolutionMs);
    return true;
  }
  disable(): boolean {
    if (this.#handle === undefined) return false;
    native.clearInterval(this.#handle);
    this.#handle = undefined;
    return true;
  }
  [Symbol.dispose](): void {
    this.disable();
  }
}

export function monitorEventLoopDelay({
  resolution = 10,
}: {
  resolution?: number;
} = {}): IntervalHistogram {
  checkInteger(resolution, 'options.resolution', 1);
  return new IntervalHistogram(resolution);
}
