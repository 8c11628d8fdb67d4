/**
 * What a program reports while it runs, for the timeline. One JSON object an event, for example
 *
 *     {"type":"trace","lane":"main","version":2,"at":0.4}
 *     {"type":"lane","lane":"main","state":"open","at":0.5,"name":"main.ts"}
 *     {"type":"begin","lane":"main","name":"slow view","id":"3","at":112.4,"detail":{"request":7}}
 *     {"type":"blocked","lane":"main","at":112.9,"durationMs":604.2}
 *     {"type":"end","lane":"main","name":"slow view","id":"3","at":717.3}
 *     {"type":"lane","lane":"worker 1","state":"open","at":718.0,"parent":"main"}
 *     {"type":"send","lane":"main","id":"t1>1","to":"worker 1","at":720.1}
 *     {"type":"receive","lane":"worker 1","id":"t1>1","at":731.6}
 *     {"type":"kill","lane":"main","target":"worker 1","at":900.0}
 *     {"type":"lane","lane":"worker 1","state":"closed","at":903.2,"exitCode":1}
 *
 * All times are in milliseconds since the run began, on one clock for all threads and processes.
 * A lane is a thread. `main` is the first thread of the first process and `worker 1`, `worker 2` … are its others;
 * a process that the program starts has the lanes `process 4711` (its number is its pid), `process 4711 worker 1` …
 *
 * Events may come in any order and more than once: threads write side by side, and some things are reported by both
 * who does them and to whom they happen. Who reads must not rely on either.
 */
export type TraceEvent =
  /** The first word of every thread: the version of this format that it reports in. See {@link TRACE_VERSION}. */
  | { readonly type: 'trace'; readonly lane: string; readonly version: number; readonly at: number }
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
  /**
   * A message left its lane; `to` where the sender knows who gets it. What arrives of it is told by the `receive`
   * with the same id: none where nobody took it, several where it was broadcast.
   */
  | {
      readonly type: 'send';
      readonly lane: string;
      readonly id: string;
      readonly at: number;
      readonly to?: string;
    }
  | {
      readonly type: 'receive';
      readonly lane: string;
      readonly id: string;
      readonly at: number;
    }
  /** A thread or a process began: told by itself, and by its `parent`, who may call it by a name. */
  | {
      readonly type: 'lane';
      readonly lane: string;
      readonly state: 'open';
      readonly at: number;
      readonly parent?: string;
      readonly name?: string;
    }
  /** It ended: told by itself if it could, and by its parent. `signal` where a signal ended a process. */
  | {
      readonly type: 'lane';
      readonly lane: string;
      readonly state: 'closed';
      readonly at: number;
      readonly exitCode?: number;
      readonly signal?: string;
    }
  /** A lane ends another: `worker.terminate()` without a signal, `child.kill()` and `process.kill()` with one. */
  | {
      readonly type: 'kill';
      readonly lane: string;
      readonly target: string;
      readonly at: number;
      readonly signal?: string;
    }
  /**
   * A sign of life, some times a second while the lane's loop turns and none while it does not, with what was measured
   * since the thread began: how late a callback came that was due (median, 99th percentile and most; over all moments
   * at which one could have been due, so that a block counts for as long as it lasts), and which share of its time
   * the loop was at work (0 to 1).
   */
  | {
      readonly type: 'loop';
      readonly lane: string;
      readonly at: number;
      readonly p50Ms: number;
      readonly p99Ms: number;
      readonly maxMs: number;
      readonly utilization: number;
    }
  /** A timer called back: set at `setAt`, due at `dueAt`, called at `at`. Only where timers were asked for. */
  | {
      readonly type: 'timer';
      readonly lane: string;
      readonly name: string;
      readonly setAt: number;
      readonly dueAt: number;
      readonly at: number;
    }
  /** So many events of the lane, since it began, were not reported, because there were too many. */
  | {
      readonly type: 'dropped';
      readonly lane: string;
      readonly count: number;
      readonly at: number;
    };

/**
 * The version of this format. It goes up when an event changes its meaning, not when a type or a property is added:
 * readers leave out what they do not know. 1 had one `message` event instead of `send` and `receive`.
 */
export const TRACE_VERSION = 2;

/**
 * What a `performance.mark` or `measure` carried as its `detail`, when that was a plain object. In a figure a span
 * with `ok: false` has failed, one with `attempt: 2` or more is a retry, and one with `waiting: true` only waits.
 */
export type Detail = Readonly<Record<string, string | number | boolean | null>>;
