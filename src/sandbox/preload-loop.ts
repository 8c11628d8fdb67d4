/** Watches the thread's event loop: whether it turns, where it was blocked, how late it is, and how busy. */
import { lane, parent } from './preload-lane.ts';
import { emit, emitOwn, rounded, sinceBegin, tellDropped } from './preload-write.ts';

/** How often the loop is asked whether it still turns. */
const STEP_MS = 10;
/** Shorter blocks are everyday life. Browsers draw the same line for their long tasks. */
const BLOCKED_MS = 50;
/** A thread that is free says so this often; one that does not is blocked, which can be seen while it lasts. */
const SIGN_MS = 100;
/** Before the first line of the program its files are read, stripped and compiled, which takes about so long or longer. */
const LEAST_LOADING_MS = 100;
const MOST_LOADING_MS = 1_000;

type NodePerformance = typeof import('node:perf_hooks').performance;

export interface LoopTrace {
  /** The program is known to have been at work at this time of `performance`. */
  seen(time: number): void;
}

export function traceLoop(): LoopTrace {
  const clock = performance.now.bind(performance);
  // The global is the same object as that of node:perf_hooks, though its type is the browser's.
  const { eventLoopUtilization } = performance as Pick<NodePerformance, 'eventLoopUtilization'> &
    typeof performance;
  const delays = new Delays();
  const beganAt = clock();
  // Where Node itself was slow to start, the program's files will be as well.
  const loadingMs = Math.min(Math.max(3 * beganAt, LEAST_LOADING_MS), MOST_LOADING_MS);
  let turnedAt = beganAt;
  let idleMs = eventLoopUtilization().idle;
  let signedAt = beganAt;
  let firstSeenAt = Number.POSITIVE_INFINITY;
  let isSeen = false;

  function sample(): void {
    const now = clock();
    const { idle } = eventLoopUtilization();
    const at = blockBegan(now, turnedAt + idle - idleMs);
    if (now - at >= BLOCKED_MS) {
      emit({ type: 'blocked', lane, at: sinceBegin(at), durationMs: rounded(now - at) });
    }
    delays.add(now - turnedAt - STEP_MS);
    turnedAt = now;
    idleMs = idle;
    isSeen ||= Number.isFinite(firstSeenAt);
    firstSeenAt = Number.POSITIVE_INFINITY;
    if (now - signedAt >= SIGN_MS) sign(now);
  }

  /**
   * The loop was free when the last sample was taken, and not free when this one was due. In between it is not known
   * when the block began, so it is put where the program was first seen at work, and where the sample was due otherwise.
   * Two things are no block: `awakeAt` is as late as it is because the loop had nothing to do, or was due and got no
   * core from a busy machine; and at first it is the program's files that take their time, not the program.
   */
  function blockBegan(now: number, awakeAt: number): number {
    const at = Math.max(Math.min(firstSeenAt, turnedAt + STEP_MS), awakeAt);
    if (isSeen || turnedAt - beganAt > loadingMs) return at;
    const loadedAt = Math.min(firstSeenAt, now);
    return loadedAt - at <= loadingMs ? Math.max(at, loadedAt) : at;
  }

  function sign(now: number): void {
    signedAt = now;
    tellDropped();
    emit({
      type: 'loop',
      lane,
      at: sinceBegin(now),
      p50Ms: delays.percentile(0.5),
      p99Ms: delays.percentile(0.99),
      maxMs: rounded(delays.max),
      utilization: rounded(eventLoopUtilization().utilization),
    });
  }

  emitOwn({
    type: 'lane',
    lane,
    state: 'open',
    at: sinceBegin(turnedAt),
    ...(parent !== undefined && { parent }),
  });
  // The parent announces the thread as well; this first sign, later than its opening, is from the thread itself.
  sign(turnedAt + 0.001);
  setInterval(sample, STEP_MS).unref();
  process.once('exit', (exitCode) => {
    sample();
    sign(clock());
    emitOwn({ type: 'lane', lane, state: 'closed', at: sinceBegin(clock()), exitCode });
  });
  return {
    seen(time) {
      if (time >= turnedAt && time < firstSeenAt) firstSeenAt = time;
    },
  };
}

/**
 * How late a callback would have come, over all the moments at which one could have been due. One sample that is 600 ms
 * late stands for all those that could not be taken meanwhile; otherwise the worst moments would hardly count.
 */
class Delays {
  /** From 0.1 ms on, four to a doubling. */
  readonly #buckets = new Uint32Array(96);
  #count = 0;
  max = 0;

  add(lateMs: number): void {
    this.max = Math.max(this.max, lateMs);
    // More than a minute is a minute, so that one sample never takes long.
    for (let late = Math.min(lateMs, 60_000); ; late -= STEP_MS) {
      const bucket = late <= 0.1 ? 0 : Math.ceil(Math.log2(late / 0.1) * 4);
      const index = Math.min(bucket, this.#buckets.length - 1);
      this.#buckets[index] = (this.#buckets[index] ?? 0) + 1;
      this.#count++;
      if (late <= STEP_MS) return;
    }
  }

  /** The delay that this share of the moments did not exceed, in milliseconds, to within a fifth. */
  percentile(share: number): number {
    let left = Math.ceil(this.#count * share);
    if (left === 0) return 0;
    for (const [index, count] of this.#buckets.entries()) {
      left -= count;
      if (left <= 0) return index === 0 ? 0 : rounded(Math.min(this.max, 0.1 * 2 ** (index / 4)));
    }
    return rounded(this.max);
  }
}
