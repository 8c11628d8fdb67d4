/**
 * One run of a program: its files and linked modules, its processes, and the way of their output to the page.
 *
 * It is over as it is for whoever starts Node and reads what it prints: when the first process has ended and no other
 * is left that could print to the page. A process that was cut off from the page, as a detached one mostly is, does
 * not hold it, and ends with it. What it ended with is what the first process ended with.
 */
import type { Outcome, OutputEvent } from '../../engine.ts';
import { BATCH_BYTES, limits } from '../wire/limits.ts';
import { RING_BYTES } from '../wire/output-ring.ts';
import type { PreparedProgram } from '../wire/page-messages.ts';
import { HOME, normalPath } from '../wire/paths.ts';
import { shellCode } from '../wire/signals.ts';
import type { BuiltinModules } from './builtin-modules.ts';
import { FileSystem } from './file-system.ts';
import { Linker } from './linker.ts';
import { OutputFeed } from './output-feed.ts';
import { Ports } from './ports.ts';
import type { End, HostProcess } from './process.ts';
import { ProcessTable } from './process-table.ts';
import { Quota } from './quota.ts';
import { PageSink } from './sinks.ts';
import { type AskStripper, Strips } from './strips.ts';
import type { Surroundings } from './surroundings.ts';
import type { WorkerPool } from './worker-pool.ts';

/** As a terminal has it: Ctrl-D. */
const END_OF_INPUT = '\u0004';

export interface RunHooks {
  output(events: readonly OutputEvent[]): void;
  exit(outcome: Outcome): void;
}

export interface RunParts {
  readonly pool: WorkerPool;
  readonly builtins: BuiltinModules;
  readonly strip: AskStripper;
  readonly sharedMemory: boolean;
}

type State =
  | { readonly type: 'new' }
  | { readonly type: 'running'; readonly first: HostProcess }
  /** The first process has ended, others have not. */
  | { readonly type: 'left behind'; readonly outcome: Outcome }
  | { readonly type: 'over' };

/** What a program mentions that has messages put where a blocked thread finds them. */
const RECEIVES = 'receiveMessageOnPort';

export class HostRun {
  readonly #parts: RunParts;
  readonly #hooks: RunHooks;
  readonly #program: PreparedProgram;
  readonly #linker: Linker;
  readonly #feed: OutputFeed;
  readonly #sinks: Readonly<Record<'stdout' | 'stderr', PageSink>>;
  readonly #table: ProcessTable;
  #state: State = { type: 'new' };

  constructor(program: PreparedProgram, parts: RunParts, hooks: RunHooks) {
    this.#parts = parts;
    this.#hooks = hooks;
    this.#program = program;
    const files = new FileSystem();
    for (const [path, text] of Object.entries(program.files)) files.add(absolute(path), text);
    const strips = Object.fromEntries(
      Object.entries(program.strips).map(([path, strip]) => {
        return [absolute(path), { text: program.files[path] ?? '', strip }];
      }),
    );
    this.#linker = new Linker(files, new Strips(strips, parts.strip), parts.builtins);
    this.#feed = new OutputFeed((events) => hooks.output(events));
    this.#sinks = {
      stdout: new PageSink(this.#feed, 'stdout'),
      stderr: new PageSink(this.#feed, 'stderr'),
    };
    const surroundings: Surroundings = {
      pool: parts.pool,
      files,
      linker: this.#linker,
      shelf: parts.builtins.shelf,
      feed: this.#feed,
      ports: new Ports(),
      threadQuota: new Quota(limits.threads),
      sharedMemory: parts.sharedMemory,
      hasMailboxes: Object.values(program.files).some((text) => text.includes(RECEIVES)),
      origin: performance.timeOrigin + performance.now(),
      guarded: (run) => this.#guarded(run),
    };
    this.#table = new ProcessTable(
      surroundings,
      () => this.#advance(),
      (process, end) => this.#ended(process, end),
    );
  }

  start(): void {
    const { entry, args, env } = this.#program;
    this.#guarded(() =>
      this.#table.first(
        {
          imports: [],
          entry: { path: absolute(entry) },
          args,
          execArgv: [],
          env: { HOME: '/home', PATH: '/usr/bin', ...env },
          cwd: HOME,
        },
        this.#sinks,
        (first) => {
          this.#state = { type: 'running', first };
        },
      ),
    );
  }

  input(text: string): void {
    if (this.#state.type !== 'running') return;
    const { first } = this.#state;
    const end = text.indexOf(END_OF_INPUT);
    if (end !== 0) first.tell({ type: 'input', text: end < 0 ? text : text.slice(0, end) });
    if (end >= 0) first.tell({ type: 'input-end' });
  }

  /** The page has taken a batch of output. */
  taken(): void {
    this.#feed.taken();
    this.#guarded(() => this.#advance());
  }

  /** SIGTERM asks the first process, SIGKILL ends them all. */
  kill(signal: 'SIGTERM' | 'SIGKILL'): void {
    if (signal === 'SIGKILL') this.#finish({ type: 'exited', code: shellCode(signal) });
    else if (this.#state.type === 'running') this.#state.first.deliver(signal);
  }

  /** A fault of ours ends the run in words: a thread that waits for the host would wait for ever. */
  #guarded(run: () => void): void {
    if (this.#state.type === 'over') return;
    try {
      run();
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      this.#finish({ type: 'crashed', message: `The engine failed: ${words}` });
    }
  }

  /**
   * Takes as often as empties a full ring: where the page gets something, its `taken` asks for more, but nobody does
   * where all of it goes into files. What is printed meanwhile calls again.
   */
  #advance(): void {
    for (let bytes = 0; bytes < RING_BYTES; bytes += BATCH_BYTES) {
      if (this.#state.type === 'over') return;
      if (this.#feed.isReady()) for (const process of this.#table.processes) process.takeOutput();
      this.#feed.flush();
    }
  }

  #ended(process: HostProcess, end: End): void {
    if (this.#state.type === 'over') return;
    if (this.#state.type === 'running' && this.#state.first === process) {
      this.#state = { type: 'left behind', outcome: outcomeOf(end) };
    }
    const { stdout, stderr } = this.#sinks;
    if (this.#state.type === 'left behind' && !stdout.isOpen && !stderr.isOpen) {
      this.#finish(this.#state.outcome);
    } else this.#advance();
  }

  #finish(outcome: Outcome): void {
    if (this.#state.type === 'over') return;
    this.#state = { type: 'over' };
    try {
      this.#table.endAll();
      this.#feed.finish();
    } finally {
      this.#linker.dispose();
      this.#hooks.exit(outcome);
      this.#parts.pool.refill();
    }
  }
}

/** As a shell reports it. */
function outcomeOf(end: End): Outcome {
  switch (end.type) {
    case 'exited':
      return end;
    case 'killed':
      return { type: 'exited', code: shellCode(end.signal) };
    case 'broken':
      return { type: 'crashed', message: end.reason };
  }
}

function absolute(path: string): string {
  return normalPath(`${HOME}/${path}`);
}
