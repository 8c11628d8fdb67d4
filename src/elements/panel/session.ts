/** One run of a panel: loads what is needed, runs, and collects what the panel says about it afterwards. */
import {
  type Engine,
  type EngineId,
  EngineUnavailable,
  type OutputEvent,
  type Program,
} from '../../sandbox/engine.ts';
import type { Run, RunOptions, RunState } from '../../sandbox/run.ts';
import type { TraceEvent } from '../../trace/trace-event.ts';
import type { Ending } from './state.ts';

/** What a panel needs of the sandbox: `run.ts` and `registry.ts`, loaded when they are first wanted. */
export interface SandboxAccess {
  startRun(options: RunOptions): Run;
  /** Boots an engine that will be wanted soon. */
  warmUp(engine: Engine): void;
  readonly engines: Partial<Record<EngineId, { readonly label: string; load(): Promise<Engine> }>>;
}

export const loadSandbox = async (): Promise<SandboxAccess> => {
  const [{ startRun, warmUp }, { engines }] = await Promise.all([
    import('../../sandbox/run.ts'),
    import('../../sandbox/registry.ts'),
  ]);
  return { startRun, warmUp, engines };
};

export interface SessionOptions {
  readonly load: () => Promise<SandboxAccess>;
  readonly engine: EngineId;
  readonly program: Program;
  readonly timeLimitMs: number;
  onStep(step: string): void;
  /** `limits` says what does not work on this engine in this browser, where there is something. */
  onBegan(limits: string | undefined): void;
  onOutput(events: readonly OutputEvent[]): void;
  onTrace(events: readonly TraceEvent[]): void;
}

export type SessionEnd =
  | { readonly type: 'ended'; readonly ending: Ending }
  /** Of a session of many runs: what came of them. */
  | { readonly type: 'repeated'; readonly words: string }
  | { readonly type: 'failed'; readonly reason: string; readonly remedy: string };

export interface Session {
  /** Ends the run, wherever it is. */
  stop(): void;
  /** Ends the run; nothing more is heard of it, what it had printed and was not shown yet included. */
  abandon(): void;
  /** Never rejects. */
  readonly end: Promise<SessionEnd>;
}

/** As much of the error output is kept as it takes to find the message of the last error. */
const errorCharacters = 8000;

/** What Ctrl-D sends in a terminal. */
const END_OF_INPUT = '\u0004';

export function startSession(options: SessionOptions): Session {
  const stopped = Promise.withResolvers<'stopped'>();
  let run: Run | undefined;
  let beganAt = performance.now();
  let errors = '';
  let isAbandoned = false;

  async function play(): Promise<SessionEnd> {
    const engine = await Promise.race([loadEngine(options), stopped.promise]);
    if (engine === 'stopped') return end({ type: 'stopped' });
    const support = engine.support();
    if (!support.ok) return { type: 'failed', reason: support.reason, remedy: support.remedy };
    run = (await options.load()).startRun({
      engine,
      program: options.program,
      timeLimitMs: options.timeLimitMs,
      onState(state: RunState, step?: string) {
        if (isAbandoned) return;
        if (state === 'booting') options.onStep(step ?? 'Starting the engine.');
        if (state !== 'running') return;
        beganAt = performance.now();
        // A panel has no keyboard for the program: who reads its input finds the end of it, instead of waiting for ever.
        run?.write(END_OF_INPUT);
        const support = engine.support();
        options.onBegan(support.ok ? support.limits : undefined);
      },
      onOutput(events) {
        if (isAbandoned) return;
        for (const { stream, text } of events) {
          if (stream !== 'stdout') errors = (errors + text).slice(-errorCharacters);
        }
        options.onOutput(events);
      },
      onTrace(events) {
        if (!isAbandoned) options.onTrace(events);
      },
    });
    return end(await run.outcome);
  }

  function end(outcome: Ending['outcome']): SessionEnd {
    return { type: 'ended', ending: { outcome, tookMs: performance.now() - beganAt, errors } };
  }

  function stop(): void {
    stopped.resolve('stopped');
    run?.stop();
  }

  return {
    stop,
    abandon() {
      isAbandoned = true;
      stop();
    },
    end: play().catch(failure),
  };
}

async function loadEngine({ load, engine }: SessionOptions): Promise<Engine> {
  const entry = (await load()).engines[engine];
  if (!entry)
    throw new EngineUnavailable('This engine is not part of the site', 'Choose another one.');
  return entry.load();
}

function failure(error: unknown): SessionEnd {
  if (error instanceof EngineUnavailable) {
    return { type: 'failed', reason: error.message, remedy: error.remedy };
  }
  const what = error instanceof Error ? error.message : String(error);
  return {
    type: 'failed',
    reason: `The program could not be started here (${what})`,
    remedy:
      'Check your connection, reload the page and run it again; the recording shows what it does.',
  };
}
