/**
 * The life of a run, from the press of Run to its outcome. Placeholder of the interface; see `startRun`.
 */
import type { TraceEvent } from '../trace/trace-event.ts';
import type { Engine, Outcome, OutputEvent, Program } from './engine.ts';

/** Where a run is. `ended` is reached once, whatever happens. */
export type RunState = 'booting' | 'running' | 'stopping' | 'ended';

export interface RunOptions {
  readonly engine: Engine;
  readonly program: Program;
  /** The run is ended after this many milliseconds of running (booting has a limit of its own). */
  readonly timeLimitMs: number;
  /** `step` is a short sentence while booting. */
  onState(state: RunState, step?: string): void;
  /** Output in the order of its printing, several events at a time, at most once an animation frame or so. */
  onOutput(events: readonly OutputEvent[]): void;
  onTrace(events: readonly TraceEvent[]): void;
}

export interface Run {
  /** Ends the run at once. The outcome is `stopped`. Does nothing once the run has ended. */
  stop(): void;
  write(input: string): void;
  /** Rejects with EngineUnavailable where no engine could be had. */
  readonly outcome: Promise<Outcome>;
}

export declare function startRun(options: RunOptions): Run;
