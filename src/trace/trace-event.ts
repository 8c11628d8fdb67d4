/**
 * What a program reports while it runs, for the timeline. One JSON object an event, for example
 *
 *     {"type":"begin","lane":"main","name":"slow view","id":"3","at":112.4,"detail":{"request":7}}
 *     {"type":"blocked","lane":"main","at":112.9,"durationMs":604.2}
 *     {"type":"end","lane":"main","name":"slow view","id":"3","at":717.3}
 *
 * All times are in milliseconds since the run began, on one clock for all threads and processes.
 * A lane is a thread: `main` for the first one, `worker 1`, `worker 2` … for the others.
 */
export type TraceEvent =
  /** A span of work, opened and closed by two events with the same lane and id. */
  | {
      readonly type: 'begin' | 'end';
      readonly lane: string;
      readonly name: string;
      readonly id: string;
      readonly at: number;
      readonly detail?: Detail;
    }
  /** A moment. A mark named `result` carries what the program measured, for the comparison with the prediction. */
  | {
      readonly type: 'mark';
      readonly lane: string;
      readonly name: string;
      readonly at: number;
      readonly detail?: Detail;
    }
  /** The lane's event loop could not turn from `at` for `durationMs`. Reported when it is over, from 50 ms on. */
  | {
      readonly type: 'blocked';
      readonly lane: string;
      readonly at: number;
      readonly durationMs: number;
    }
  /** A message that left one lane for another. */
  | { readonly type: 'message'; readonly from: string; readonly to: string; readonly at: number }
  /** A thread began or ended. `open` comes again and again, as a sign that the thread's loop still turns. */
  | {
      readonly type: 'lane';
      readonly lane: string;
      readonly state: 'open' | 'closed';
      readonly at: number;
      readonly exitCode?: number;
    };

/**
 * What a `performance.mark` or `measure` carried as its `detail`, when that was a plain object. In a figure a span
 * with `ok: false` has failed, one with `attempt: 2` or more is a retry, and one with `waiting: true` only waits.
 */
export type Detail = Readonly<Record<string, string | number | boolean | null>>;
