/** A run as a figure shows it: from its first event, while it goes on, to how it ended. */
import type { Outcome } from '../../sandbox/engine.ts';
import { roundUp } from '../../trace/format.ts';
import { asOf, endRun, type Timeline } from '../../trace/timeline.ts';
import { TimelineModel } from '../../trace/timeline-model.ts';
import type { TraceEvent } from '../../trace/trace-event.ts';
import { endedBy } from './ended-by.ts';
import { RunClock } from './run-clock.ts';
import type { TimeWindow } from './time-window.ts';

/** While it runs, an axis shows at least this much, so that the first bars do not fill it and shrink at once. */
const LEAST_LIVE_MS = 500;

export class ShownRun {
  readonly #model = new TimelineModel();
  /** Set while it is going on. */
  #clock: RunClock | undefined;
  /** As it was ended from outside, which its events do not tell. */
  #ended: Timeline | undefined;
  /** What is said while there is nothing to draw. */
  emptyWords = 'Nothing has run yet.';

  /** A run that begins now. */
  static live(): ShownRun {
    const run = new ShownRun();
    run.#clock = new RunClock();
    run.emptyWords = 'The program is starting.';
    return run;
  }

  get isLive(): boolean {
    return this.#clock !== undefined;
  }

  /** `arrivedAt` is the page's time. */
  add(events: readonly TraceEvent[], arrivedAt: number): void {
    for (const event of events) {
      const lastsMs = event.type === 'blocked' ? event.durationMs : 0;
      this.#clock?.heard(event.at + lastsMs, arrivedAt);
    }
    this.#model.add(events);
  }

  /** It is over; threads that did not report their own end were ended with it. */
  finish(outcome: Outcome): void {
    const timeline = this.#model.timeline();
    const at = this.#clock?.at(performance.now()) ?? timeline.endMs;
    const how = endedBy(outcome);
    if (how) this.#ended = endRun(timeline, at, how);
    this.#clock = undefined;
    this.emptyWords = 'The run was over before there was anything to draw.';
  }

  /** What time it is in it; undefined once it is over. */
  nowMs(): number | undefined {
    const now = this.#clock?.at(performance.now());
    return now === undefined ? undefined : Math.max(now, this.#model.timeline().endMs);
  }

  /** While it runs: with what the silence of its threads tells. */
  timeline(nowMs = this.nowMs()): Timeline {
    if (this.#ended) return this.#ended;
    const timeline = this.#model.timeline();
    return nowMs === undefined ? timeline : asOf(timeline, nowMs);
  }

  /** All that there is to see of it. While it runs the axis grows in steps, so that bars grow and not shrink. */
  whole(): TimeWindow {
    const nowMs = this.nowMs();
    const { startMs, endMs } = this.#ended ?? this.#model.timeline();
    if (nowMs === undefined) return { fromMs: 0, toMs: Math.max(endMs - startMs, 0.1) };
    return { fromMs: 0, toMs: roundUp(Math.max(LEAST_LIVE_MS, nowMs - startMs)) };
  }
}
