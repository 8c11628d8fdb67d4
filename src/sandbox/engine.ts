/**
 * What an engine is: the one seam between a run and whatever executes it.
 * An engine boots a sandbox, a sandbox spawns processes, a process reports events until it exits.
 * Nothing here keeps time: limits and Stop are the business of `run.ts`, so that they behave alike everywhere.
 */
import type { TraceEvent } from '../trace/trace-event.ts';
import type { EngineId } from './engine-ids.ts';

export type { EngineId };

/** Path, relative to the program's folder and with `/` between its parts, to text. */
export type Files = Readonly<Record<string, string>>;

/** What to run: a folder of files, and which of them is started, as in `node entry ...args`. */
export interface Program {
  readonly files: Files;
  /** A key of `files`. */
  readonly entry: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /**
   * For some of the `.ts` files: the same text with its types blanked out, made ahead of time.
   * An engine may use it instead of stripping the types itself. It must belong to the text in `files`.
   */
  readonly stripped?: Files;
}

/** Whether this browser, on this page, can use an engine; if not, why not, and what the reader can do, in plain words. */
export type Support =
  | {
      readonly ok: true /** What will not work, in plain words, where the engine has to make do. */;
      readonly limits?: string;
    }
  | { readonly ok: false; readonly reason: string; readonly remedy: string };

export interface Engine {
  readonly id: EngineId;
  support(): Support;
  /**
   * Gets a sandbox ready to spawn processes.
   * Rejects with {@link EngineUnavailable} where that cannot be had, and with the signal's reason when it is aborted.
   */
  boot(options: BootOptions): Promise<Sandbox>;
}

export interface BootOptions {
  readonly signal: AbortSignal;
  /** Called with a short sentence at each step, for the panel's state line. */
  onProgress(step: string): void;
}

/** The engine cannot be used here and now. `message` says why and `remedy` what the reader can do; both are shown. */
export class EngineUnavailable extends Error {
  override readonly name: string = 'EngineUnavailable';
  readonly remedy: string;
  /** What the reader can have done about it here, before the program is run again. */
  readonly wayOn: WayOn | undefined;
  constructor(reason: string, remedy: string, wayOn?: WayOn) {
    super(reason);
    this.remedy = remedy;
    this.wayOn = wayOn;
  }
}

/** A button, and what happens before the next run when it is pressed. */
export interface WayOn {
  readonly label: string;
  prepare(): void;
  /** The page goes with it: there is no next run here. */
  readonly leaves?: true;
}

/** A booted engine. One at a time is enough for a page; processes of one sandbox can follow each other. */
export interface Sandbox {
  /** Resolves once the process exists; a program that cannot even start still resolves, and reports why before it exits. */
  spawn(program: Program): Promise<SandboxProcess>;
  /** Ends every process and gives back what the sandbox holds. May be called again. */
  dispose(): Promise<void>;
}

/** One run of an entry. */
export interface SandboxProcess {
  /** In the order in which things happened; ends after the one `exit` event. Can be read once. */
  readonly events: AsyncIterable<ProcessEvent>;
  /** Writes to the program's standard input. */
  write(input: string): void;
  /** Tells a program that has a terminal how much of it the reader sees now. Absent where programs write to a pipe. */
  resize?(size: TerminalSize): void;
  /** Asks (`SIGTERM`) or forces (`SIGKILL`, the default) the process to end, with all its threads. The `exit` event follows. */
  kill(signal?: 'SIGTERM' | 'SIGKILL'): void;
}

/** In characters. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

export type ProcessEvent =
  | OutputEvent
  | { readonly type: 'trace'; readonly event: TraceEvent }
  | { readonly type: 'exit'; readonly outcome: Outcome };

export interface OutputEvent {
  readonly type: 'output';
  /** `combined` where an engine has one merged terminal stream. */
  readonly stream: 'stdout' | 'stderr' | 'combined';
  readonly text: string;
  /** Milliseconds since the run began, on the clock of the trace. */
  readonly at: number;
}

/** How a run ended. An outcome is a value; an exception would be a fault of ours. */
export type Outcome =
  /** The program ended by itself, or was ended by a signal (128 + its number, as a shell reports it). */
  | { readonly type: 'exited'; readonly code: number }
  /** The engine broke under the program, for example because the browser ended its thread. */
  | { readonly type: 'crashed'; readonly message: string; readonly stack?: string }
  /** The reader pressed Stop. */
  | ({ readonly type: 'stopped' } & Ended)
  /** The program was still running after its time limit. */
  | ({ readonly type: 'timed-out'; readonly limitMs: number } & Ended);

interface Ended {
  /** The process did not end when it was killed, so its sandbox was thrown away, and it with it. */
  readonly tookSandbox?: true;
}
