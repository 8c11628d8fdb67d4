/** Starts a run and keeps all that it reports. */
import type { Engine, Outcome, Program, TerminalSize } from '../../src/sandbox/engine.ts';
import { startRun } from '../../src/sandbox/run.ts';
import type { TraceEvent } from '../../src/trace/trace-event.ts';

export interface Followed {
  readonly outcome: Promise<Outcome>;
  readonly states: readonly string[];
  readonly trace: readonly TraceEvent[];
  /** Characters of each portion of output. */
  readonly portions: readonly number[];
  stdout(): string;
  stderr(): string;
  /** Resolves when the output contains the text; rejects when the run ends without it. */
  printed(text: string): Promise<void>;
  stop(): void;
  write(input: string): void;
  resize(size: TerminalSize): void;
}

export function follow(engine: Engine, program: Program, timeLimitMs: number): Followed {
  const texts = { stdout: '', stderr: '' };
  const states: string[] = [];
  const trace: TraceEvent[] = [];
  const portions: number[] = [];
  let waiting: { text: string; resolve: () => void }[] = [];
  const run = startRun({
    engine,
    program,
    timeLimitMs,
    onState: (state) => states.push(state),
    onOutput(events) {
      portions.push(events.reduce((length, { text }) => length + text.length, 0));
      for (const { stream, text } of events)
        texts[stream === 'stderr' ? 'stderr' : 'stdout'] += text;
      waiting = waiting.filter(({ text, resolve }) => {
        if (!texts.stdout.includes(text)) return true;
        resolve();
        return false;
      });
    },
    onTrace: (events) => trace.push(...events),
  });
  return {
    outcome: run.outcome,
    states,
    trace,
    portions,
    stdout: () => texts.stdout,
    stderr: () => texts.stderr,
    printed: (text) =>
      new Promise((resolve, reject) => {
        if (texts.stdout.includes(text)) return resolve();
        waiting.push({ text, resolve });
        run.outcome.then(() => reject(new Error(`The run ended without printing ${text}`)), reject);
      }),
    stop: () => run.stop(),
    write: (input) => run.write(input),
    resize: (size) => run.resize(size),
  };
}
