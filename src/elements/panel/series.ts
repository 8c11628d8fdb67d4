/** The same program many times, one run after the other. Stop ends the run that goes on, and with it the series. */
import type { OutcomeSource } from '../../trace/outcomes.ts';
import { KeptRun } from './kept-run.ts';
import { type Session, type SessionEnd, type SessionOptions, startSession } from './session.ts';

export interface SeriesOptions
  extends Pick<SessionOptions, 'load' | 'engine' | 'program' | 'timeLimitMs'> {
  readonly times: number;
  readonly outcome: OutcomeSource | undefined;
  /** A run is over: all that are, the new one last. */
  onRun(runs: readonly KeptRun[]): void;
  /** What came of them, in words. */
  summary(runs: readonly KeptRun[]): string;
}

export function startSeries(options: SeriesOptions): Session {
  const runs: KeptRun[] = [];
  let current: Session | undefined;
  let isStopped = false;
  let isAbandoned = false;

  async function play(): Promise<SessionEnd> {
    while (runs.length < options.times && !isStopped) {
      const run = new KeptRun(options.outcome);
      current = startSession({
        load: options.load,
        engine: options.engine,
        program: options.program,
        timeLimitMs: options.timeLimitMs,
        onStep: () => undefined,
        onBegan: () => undefined,
        onOutput: (events) => run.print(events),
        onTrace: (events) => run.add(events),
      });
      const end = await current.end;
      if (end.type !== 'ended') return end;
      // What the reader broke off has no outcome of its own.
      if (end.ending.outcome.type === 'stopped') break;
      run.finish(end.ending.outcome);
      runs.push(run);
      if (!isAbandoned) options.onRun(runs);
    }
    return { type: 'repeated', words: options.summary(runs) };
  }

  function stop(): void {
    isStopped = true;
    current?.stop();
  }
  return {
    stop,
    abandon() {
      isAbandoned = true;
      isStopped = true;
      current?.abandon();
    },
    end: play(),
  };
}
