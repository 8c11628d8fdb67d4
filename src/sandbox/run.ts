/**
 * The life of a run, from the press of Run to its outcome, alike for all engines. It keeps the times that every run
 * has: the limit of booting, the time limit of the program, and how long a killed process may take to go. That an engine
 * is gone in the middle of a run the engine itself has to notice (`browser/heartbeat.ts`, `webcontainer/heartbeat.ts`).
 */
import type { TraceEvent } from '../trace/trace-event.ts';
import type {
  Engine,
  Outcome,
  OutputEvent,
  Program,
  Sandbox,
  SandboxProcess,
  TerminalSize,
} from './engine.ts';
import { EngineUnavailable } from './engine.ts';
import { RunReport } from './run-report.ts';

/** Where a run is. `ended` is reached once, whatever happens. */
export type RunState = 'booting' | 'running' | 'stopping' | 'ended';

export interface RunOptions {
  readonly engine: Engine;
  readonly program: Program;
  /** The run is ended after this many milliseconds of running (booting has a limit of its own). */
  readonly timeLimitMs: number;
  /** `step` is a short sentence while booting. */
  onState(state: RunState, step?: string): void;
  /** Output in the order of its printing: the first at once, then several events at a time, once an animation frame. */
  onOutput(events: readonly OutputEvent[]): void;
  onTrace(events: readonly TraceEvent[]): void;
}

export interface Run {
  /** Ends the run at once. The outcome is `stopped`. Does nothing once the run has ended. */
  stop(): void;
  write(input: string): void;
  /** Says how much of its terminal the reader sees, where the program has one. */
  resize(size: TerminalSize): void;
  /** Rejects with EngineUnavailable where no engine could be had. */
  readonly outcome: Promise<Outcome>;
}

const BOOT_LIMIT_MS = 20_000;
/** A process that was killed and is still there after this long takes its sandbox with it. */
const KILL_LIMIT_MS = 2_000;

export function startRun(options: RunOptions): Run {
  return new RunLife(options);
}

/**
 * Boots the engine before anybody presses Run, for a pointer that comes near. Trouble is not reported: the run that
 * follows will meet it again.
 */
export function warmUp(engine: Engine): void {
  const { signal } = deadline();
  engine.boot({ signal, onProgress: () => undefined }).catch(() => undefined);
}

/** The signal aborts with EngineUnavailable when booting takes too long. */
function deadline(): { signal: AbortSignal; abort(reason: unknown): void; settle(): void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(tooSlow()), BOOT_LIMIT_MS);
  return {
    signal: controller.signal,
    abort(reason) {
      clearTimeout(timer);
      controller.abort(reason);
    },
    settle: () => clearTimeout(timer),
  };
}

function tooSlow(): EngineUnavailable {
  return new EngineUnavailable(
    `The engine did not start within ${BOOT_LIMIT_MS / 1000} seconds.`,
    'Check the connection, then run again. The recording shows what the program does.',
  );
}

type Life =
  | { readonly state: 'booting'; readonly boot: ReturnType<typeof deadline> }
  | { readonly state: 'running'; readonly process: SandboxProcess; readonly limit: Timer }
  | { readonly state: 'stopping'; readonly outcome: Outcome; readonly limit: Timer }
  | { readonly state: 'ended' };
type Timer = ReturnType<typeof setTimeout>;

/** Raised where the reader stops a run that is still booting. */
const STOPPED = Symbol('stopped while booting');

class RunLife implements Run {
  readonly outcome: Promise<Outcome>;
  readonly #options: RunOptions;
  readonly #report: RunReport;
  #life: Life = { state: 'booting', boot: deadline() };
  #sandbox: Sandbox | undefined;
  #resolve!: (outcome: Outcome) => void;
  #reject!: (error: unknown) => void;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#report = new RunReport(
      (events) => options.onOutput(events),
      (events) => options.onTrace(events),
    );
    this.outcome = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    options.onState('booting');
    void this.#start();
  }

  stop(): void {
    if (this.#life.state === 'booting') this.#life.boot.abort(STOPPED);
    else if (this.#life.state === 'running') this.#kill(this.#life, { type: 'stopped' });
  }

  write(input: string): void {
    if (this.#life.state === 'running') this.#life.process.write(input);
  }

  resize(size: TerminalSize): void {
    if (this.#life.state === 'running') this.#life.process.resize?.(size);
  }

  async #start(): Promise<void> {
    try {
      const process = await this.#boot();
      if (process) await this.#follow(process);
    } catch (error) {
      if (error === STOPPED) return this.#end({ type: 'stopped' });
      if (error instanceof EngineUnavailable) return this.#fail(error);
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      await this.#throwAway();
      this.#end({ type: 'crashed', message, ...(stack !== undefined && { stack }) });
    }
  }

  /** Gets a sandbox and a process in it, both within the limit of booting. */
  async #boot(): Promise<SandboxProcess | undefined> {
    if (this.#life.state !== 'booting') return undefined;
    const { boot } = this.#life;
    const { signal } = boot;
    const onProgress = (step: string) => {
      if (this.#life.state === 'booting') this.#options.onState('booting', step);
    };
    try {
      const support = this.#options.engine.support();
      if (!support.ok) throw new EngineUnavailable(support.reason, support.remedy);
      this.#sandbox = await unlessAborted(
        this.#options.engine.boot({ signal, onProgress }),
        signal,
      );
      const spawning = this.#sandbox.spawn(this.#options.program);
      // A process that comes after the reader has stopped waiting must not stay.
      spawning.then(
        (late) => signal.aborted && late.kill(),
        () => undefined,
      );
      return await unlessAborted(spawning, signal);
    } finally {
      boot.settle();
    }
  }

  async #follow(process: SandboxProcess): Promise<void> {
    const { timeLimitMs } = this.#options;
    const limit = setTimeout(() => {
      const outcome = { type: 'timed-out', limitMs: timeLimitMs } as const;
      if (this.#life.state === 'running') this.#kill(this.#life, outcome);
    }, timeLimitMs);
    this.#enter({ state: 'running', process, limit });
    for await (const event of process.events) {
      if (this.#life.state === 'ended') return;
      if (event.type === 'output') await this.#report.output(event);
      else if (event.type === 'trace') await this.#report.trace(event.event);
      else return this.#exited(event.outcome);
    }
    await this.#throwAway();
    this.#end({ type: 'crashed', message: 'The engine lost the program.' });
  }

  async #exited(outcome: Outcome): Promise<void> {
    if (outcome.type === 'crashed') await this.#throwAway();
    this.#end(this.#life.state === 'stopping' ? this.#life.outcome : outcome);
  }

  #kill(
    running: Life & { state: 'running' },
    outcome: Outcome & { type: 'stopped' | 'timed-out' },
  ): void {
    clearTimeout(running.limit);
    const limit = setTimeout(() => {
      void this.#throwAway();
      this.#end({ ...outcome, tookSandbox: true });
    }, KILL_LIMIT_MS);
    this.#enter({ state: 'stopping', outcome, limit });
    running.process.kill('SIGKILL');
  }

  /** The one place where a run goes from state to state. */
  #enter(life: Life): void {
    const before = this.#life;
    if (before.state === 'booting') before.boot.settle();
    else if (before.state !== 'ended') clearTimeout(before.limit);
    this.#life = life;
    this.#options.onState(life.state);
  }

  #end(outcome: Outcome): void {
    if (this.#life.state === 'ended') return;
    this.#report.finish();
    this.#enter({ state: 'ended' });
    this.#resolve(outcome);
  }

  #fail(error: EngineUnavailable): void {
    if (this.#life.state === 'ended') return;
    this.#report.finish();
    this.#enter({ state: 'ended' });
    this.#reject(error);
  }

  async #throwAway(): Promise<void> {
    const sandbox = this.#sandbox;
    this.#sandbox = undefined;
    await sandbox?.dispose().catch(() => undefined);
  }
}

/** Settles as the promise does, or rejects with the signal's reason, whichever comes first. */
function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
