/** One run of a program: its files, its linked modules, its threads. It ends once, and everything ends with it. */
import type { Outcome, OutputEvent } from '../../engine.ts';
import type { PreparedProgram } from '../wire/page-messages.ts';
import type {
  Fault,
  FromThread,
  LinkResult,
  StartThread,
  ThreadStart,
} from '../wire/thread-messages.ts';
import type { BuiltinModules } from './builtin-modules.ts';
import { faultText } from './fault-text.ts';
import { FileSystem } from './file-system.ts';
import { LinkError, Linker } from './linker.ts';
import { OutputFeed } from './output-feed.ts';
import { HOME, normalPath } from './paths.ts';
import { Ports } from './ports.ts';
import { ShelfWanted } from './shelf.ts';
import { Thread } from './thread.ts';
import type { WorkerPool } from './worker-pool.ts';

const MAX_THREADS = 64;
const PRELOAD_PATH = '/sandbox/trace-preload.ts';
/** As a shell reports a process that was killed: 128 + the signal's number. */
const KILLED = 137;

export interface ProcessHooks {
  output(events: readonly OutputEvent[]): void;
  exit(outcome: Outcome): void;
}

export interface ProcessParts {
  readonly pool: WorkerPool;
  readonly builtins: BuiltinModules;
  readonly sharedMemory: boolean;
  /** The text of the module that every thread loads before the program. */
  readonly preload: string;
}

export class HostProcess {
  readonly #parts: ProcessParts;
  readonly #hooks: ProcessHooks;
  readonly #program: PreparedProgram;
  readonly #files = new FileSystem();
  readonly #ports = new Ports();
  readonly #linker: Linker;
  readonly #feed: OutputFeed;
  readonly #threads = new Map<number, Thread>();
  readonly #nextThread: SharedArrayBuffer | undefined;
  readonly #origin = performance.timeOrigin + performance.now();
  #over = false;

  constructor(program: PreparedProgram, parts: ProcessParts, hooks: ProcessHooks) {
    this.#parts = parts;
    this.#hooks = hooks;
    this.#program = program;
    for (const [path, text] of Object.entries(program.files)) this.#files.add(absolute(path), text);
    const strips = Object.fromEntries(
      Object.entries(program.strips).map(([path, strip]) => {
        return [absolute(path), { text: program.files[path] ?? '', strip }];
      }),
    );
    this.#linker = new Linker(this.#files, strips, parts.builtins);
    this.#feed = new OutputFeed(
      () => this.#threads.values(),
      (events) => hooks.output(events),
    );
    if (parts.sharedMemory) {
      this.#nextThread = new SharedArrayBuffer(4);
      new Int32Array(this.#nextThread)[0] = 1;
    }
  }

  start(): void {
    const { entry, args, env } = this.#program;
    const path = absolute(entry);
    const started = () => {
      const load = [this.#preload(), this.#linker.link(path)];
      this.#startThread({
        ...this.#common(),
        thread: 0,
        argv: ['/usr/bin/node', path, ...args],
        env: { HOME: '/home', PATH: '/usr/bin', ...env },
        load,
      });
    };
    this.#linked(started, (fault) => {
      this.#feed.add([{ stream: 'stderr', text: faultText(fault), at: this.#now() }]);
      this.#finish({ type: 'exited', code: 1 });
    });
  }

  /** Does what needs linking, at once or, if modules of the shelf have to be fetched first, once they are here. */
  #linked(run: () => void, refuse: (fault: Fault) => void): void {
    this.#guarded(() => {
      try {
        run();
      } catch (error) {
        if (error instanceof LinkError) return refuse(error.fault);
        if (!(error instanceof ShelfWanted)) throw error;
        void this.#parts.builtins.shelf.fetch(error.names).then((failed) => {
          if (this.#over) return;
          if (failed.length === 0) this.#linked(run, refuse);
          else this.#guarded(() => refuse(notFetched(failed)));
        });
      }
    });
  }

  input(text: string): void {
    this.#threads.get(0)?.post({ type: 'input', text });
  }

  taken(): void {
    if (!this.#over) this.#guarded(() => this.#feed.taken());
  }

  kill(signal: 'SIGTERM' | 'SIGKILL'): void {
    const main = this.#threads.get(0);
    if (signal === 'SIGTERM' && main) main.post({ type: 'signal', signal });
    else this.#finish({ type: 'exited', code: KILLED });
  }

  /** A fault of ours ends the run in words: a thread that waits for the host would wait for ever. */
  #guarded(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#finish({ type: 'crashed', message: `The engine failed: ${wordsOf(error)}` });
    }
  }

  #now(): number {
    return performance.timeOrigin + performance.now() - this.#origin;
  }

  #preload(): string {
    return this.#linker.linkOwn(PRELOAD_PATH, this.#parts.preload);
  }

  #common(): Pick<ThreadStart, 'type' | 'origin' | 'cwd' | 'execArgv' | 'modules' | 'shelf'> {
    const { modules } = this.#linker;
    const { urls: shelf } = this.#parts.builtins.shelf;
    return { type: 'start', origin: this.#origin, cwd: HOME, execArgv: [], modules, shelf };
  }

  #startThread(start: ThreadStart, parent?: Thread, transfer: readonly Transferable[] = []): void {
    // The modules may have been linked after the caller took the list.
    const message = { ...start, modules: this.#linker.modules };
    const worker = this.#parts.pool.take();
    try {
      const thread = new Thread(worker, message, this.#nextThread, parent, transfer, {
        message: (received) => this.#guarded(() => this.#receive(thread, received)),
        broken: (reason) => this.#guarded(() => this.#broken(thread, reason)),
      });
      this.#threads.set(thread.id, thread);
    } catch (error) {
      worker.terminate();
      throw error;
    }
  }

  #receive(thread: Thread, message: FromThread): void {
    if (this.#over || this.#threads.get(thread.id) !== thread) return;
    switch (message.type) {
      case 'ready':
        return;
      case 'output-waiting':
        this.#feed.advance();
        return;
      case 'output':
        this.#feed.add(message.records);
        return;
      case 'file-call': {
        const result = this.#files.run(message.call);
        if (message.id === undefined) thread.reply(result);
        else thread.post({ type: 'reply', id: message.id, result });
        return;
      }
      case 'next-part':
        thread.replyNextPart();
        return;
      case 'link':
        this.#linkLate(thread, message);
        return;
      case 'net':
        this.#ports.receive(thread, message.call);
        return;
      case 'start-thread':
        this.#startChild(thread, message);
        return;
      case 'end-thread':
        this.#endChild(thread, message.thread);
        return;
      case 'exit':
        if (thread.id === 0) this.#finish({ type: 'exited', code: message.code });
        else this.#end(thread);
        return;
    }
  }

  #linkLate(thread: Thread, { id, specifier, from }: FromThread & { type: 'link' }): void {
    const answer = (result: LinkResult) => {
      if (id === undefined) thread.reply(result);
      else thread.post({ type: 'linked', id, result });
    };
    const linked = () => {
      const url = this.#linker.linkSpecifier(specifier, from);
      const { urls: shelf } = this.#parts.builtins.shelf;
      answer({ ok: true, url, modules: this.#linker.modules, shelf });
    };
    this.#linked(linked, (fault) => answer({ ok: false, fault }));
  }

  #startChild(parent: Thread, message: StartThread): void {
    const { thread, entry, argv, env, port, data, environmentData, name, transfer } = message;
    const refuse = (fault: Fault) => parent.post({ type: 'thread-ended', thread, code: 1, fault });
    if (this.#threads.size >= MAX_THREADS || this.#threads.has(thread)) {
      refuse(notStarted(`more than ${MAX_THREADS} threads at a time`));
      return;
    }
    const started = () => {
      const path = 'path' in entry ? normalPath(entry.path) : `${HOME}/[worker eval]`;
      const code =
        'path' in entry ? this.#linker.link(path) : this.#linker.linkEval(path, entry.source);
      const load = [this.#preload(), code];
      const start: ThreadStart = {
        ...this.#common(),
        thread,
        argv: ['/usr/bin/node', path, ...argv],
        env,
        load,
        parent: { port, data, environmentData, name },
      };
      try {
        this.#startThread(start, parent, [port, ...transfer.filter((part) => part !== port)]);
      } catch (error) {
        // Mostly data that a browser does not hand over twice.
        refuse(notStarted(wordsOf(error)));
      }
    };
    this.#linked(started, refuse);
  }

  /** Only the thread that started another may end it. */
  #endChild(parent: Thread, id: number): void {
    const child = this.#threads.get(id);
    if (child?.parent !== parent) return;
    this.#end(child);
    parent.post({ type: 'thread-ended', thread: id, code: 1 });
  }

  /** A thread takes those that it started with it. */
  #end(thread: Thread): void {
    thread.terminate();
    this.#feed.drain(thread);
    this.#threads.delete(thread.id);
    this.#ports.ended(thread);
    for (const child of [...this.#threads.values()]) if (child.parent === thread) this.#end(child);
    this.#feed.advance();
  }

  #broken(thread: Thread, reason: string): void {
    if (this.#over) return;
    if (thread.id === 0) {
      this.#finish({ type: 'crashed', message: reason });
      return;
    }
    this.#end(thread);
    const fault = { name: 'Error', code: 'ERR_WORKER_OUT_OF_MEMORY', message: reason };
    thread.parent?.post({ type: 'thread-ended', thread: thread.id, code: 1, fault });
  }

  #finish(outcome: Outcome): void {
    if (this.#over) return;
    this.#over = true;
    for (const thread of this.#threads.values()) thread.terminate();
    try {
      this.#feed.finish();
    } finally {
      this.#threads.clear();
      this.#linker.dispose();
      this.#hooks.exit(outcome);
      this.#parts.pool.refill();
    }
  }
}

function notFetched(names: readonly string[]): Fault {
  const list = names.map((name) => `'${name}'`).join(', ');
  const message = `Cannot load ${list}: the site cannot be reached. Try again when the network is back.`;
  return { name: 'Error', code: 'ERR_MODULE_NOT_FOUND', message };
}

function notStarted(why: string): Fault {
  const message = `Worker initialization failure: ${why}`;
  return { name: 'Error', code: 'ERR_WORKER_INIT_FAILED', message };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function absolute(path: string): string {
  return normalPath(`${HOME}/${path}`);
}
