/** One run of a panel: loads what is needed, runs, and collects what the panel says about it afterwards. */
import {
  type Engine,
  type EngineId,
  EngineUnavailable,
  type OutputEvent,
  type Program,
  type WayOn,
} from '../../sandbox/engine.ts';
import type { Run, RunOptions, RunState } from '../../sandbox/run.ts';
import type { TraceEvent } from '../../trace/trace-event.ts';
import { followSize } from '../output/view-size.ts';
import type { Ending } from './state.ts';

/** What a panel needs of the sandbox: `run.ts` and `registry.ts`, loaded when they are first wanted. */
export interface SandboxAccess {
  startRun(options: RunOptions): Run;
  /** Boots an engine that will be wanted soon. */
  warmUp(engine: Engine): void;
  readonly engines: Partial<Record<EngineId, EngineEntry>>;
}

/** What a panel needs to know of an engine before it is loaded; `registry.ts` has more of it. */
export interface EngineEntry {
  readonly label: string;
  /** Who is asked for it over the network. Without it nobody is. */
  readonly contacts?: string;
  /** Where a program then runs: "in this page". */
  readonly place: string;
  load(): Promise<Engine>;
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
  /** The engine that runs the program where the other cannot be had. */
  readonly fallback?: EngineId | undefined;
  readonly program: Program;
  readonly timeLimitMs: number;
  /** Where its output is shown: a program that has a terminal learns the size. */
  readonly view?: HTMLElement;
  onStep(step: string): void;
  /** The program will run on the fallback, for this reason. */
  onFallback?(why: EngineUnavailable): void;
  /** `limits` says what does not work on this engine in this browser, where there is something. */
  onBegan(began: { readonly place: string; readonly limits: string | undefined }): void;
  onOutput(events: readonly OutputEvent[]): void;
  onTrace(events: readonly TraceEvent[]): void;
}

export type SessionEnd =
  | { readonly type: 'ended'; readonly ending: Ending }
  /** Of a session of many runs: what came of them. */
  | { readonly type: 'repeated'; readonly words: string }
  | {
      readonly type: 'failed';
      readonly reason: string;
      readonly remedy: string;
      readonly wayOn?: WayOn | undefined;
    };

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
  let leaveView = () => {};

  async function play(): Promise<SessionEnd> {
    const { engine, fallback } = options;
    try {
      return await playOn(engine);
    } catch (error) {
      const isElsewhere = fallback !== undefined && fallback !== engine && !isAbandoned;
      if (!(error instanceof EngineUnavailable) || !isElsewhere) throw error;
      options.onFallback?.(error);
      return playOn(fallback);
    }
  }

  async function playOn(id: EngineId): Promise<SessionEnd> {
    const loaded = await Promise.race([loadEngine(options, id), stopped.promise]);
    if (loaded === 'stopped') return end({ type: 'stopped' });
    const { engine, place, startRun } = loaded;
    const support = engine.support();
    if (!support.ok) throw new EngineUnavailable(support.reason, support.remedy);
    run = startRun({
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
        if (options.view) leaveView = followSize(options.view, (size) => run?.resize(size));
        const support = engine.support();
        options.onBegan({ place, limits: support.ok ? support.limits : undefined });
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
    return end(await run.outcome.finally(() => leaveView()));
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

async function loadEngine({ load }: SessionOptions, id: EngineId) {
  const { engines, startRun } = await load();
  const entry = engines[id];
  if (!entry)
    throw new EngineUnavailable('This engine is not part of the site', 'Choose another one.');
  const engine = await entry.load().catch((error: unknown) => {
    // A browser asks once for a module, and answers with the failure ever after.
    throw new EngineUnavailable(
      `The part of this site that runs programs ${entry.place} could not be loaded (${inWords(error)}).`,
      'Check your connection, then reload the page: what you wrote stays.',
      { label: 'Reload the page', prepare: () => location.reload(), leaves: true },
    );
  });
  return { engine, place: entry.place, startRun };
}

function failure(error: unknown): SessionEnd {
  if (error instanceof EngineUnavailable) {
    return { type: 'failed', reason: error.message, remedy: error.remedy, wayOn: error.wayOn };
  }
  return {
    type: 'failed',
    reason: `The program could not be started here (${inWords(error)})`,
    remedy:
      'Check your connection, reload the page and run it again; the recording shows what it does.',
  };
}

function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
