/** One process: its threads, each a worker, and what they ask of the host. It ends once, and its threads with it. */
import { AFTER_A_CRASH } from '../remedy.ts';
import { BATCH_BYTES, limitWords } from '../wire/limits.ts';
import { normalPath } from '../wire/paths.ts';
import type { ProcessRequest } from '../wire/process-messages.ts';
import { endsProcess, type Signal } from '../wire/signals.ts';
import type {
  Fault,
  FromThread,
  LinkResult,
  OutputRecord,
  ProcessIdentity,
  StartThread,
  ThreadStart,
  ToThread,
} from '../wire/thread-messages.ts';
import { faultText } from './fault-text.ts';
import { notStarted, whenLinked } from './linking.ts';
import { isTrace } from './output-feed.ts';
import type { Sink } from './sinks.ts';
import type { Surroundings } from './surroundings.ts';
import { createProcessMemory, type ProcessMemory, Thread } from './thread.ts';
import { deliver } from './thread-mail.ts';

export interface ProcessEvents {
  request(process: HostProcess, thread: Thread, request: ProcessRequest): void;
  /** There may be output to be taken. */
  printed(): void;
  /** A thread is over, alone or with its process: nobody receives for it any more. */
  threadOver(thread: Thread): void;
  /** Called once, after all of the output. */
  over(process: HostProcess, end: End): void;
}

/** What the first thread is to run. */
export interface FirstThread {
  readonly imports: readonly string[];
  readonly entry: { readonly path: string } | { readonly source: string };
  readonly args: readonly string[];
  readonly execArgv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/** How a process ended. `broken` is the browser's doing, not the program's. */
export type End =
  | { readonly type: 'exited'; readonly code: number }
  | { readonly type: 'killed'; readonly signal: Signal }
  | { readonly type: 'broken'; readonly reason: string };

type Life =
  | { readonly state: 'new' }
  /** Its modules are linked; what it is told meanwhile waits. */
  | { readonly state: 'starting'; readonly start: FirstThread; readonly waiting: ToThread[] }
  | { readonly state: 'running'; readonly start: FirstThread; readonly main: Thread }
  | { readonly state: 'over'; readonly end: End };

export class HostProcess {
  readonly identity: ProcessIdentity;
  /** The pid of the process that leads its group. */
  readonly group: number;
  readonly sinks: Readonly<Record<'stdout' | 'stderr', Sink>>;
  readonly #around: Surroundings;
  readonly #events: ProcessEvents;
  readonly #threads = new Map<number, Thread>();
  readonly #memory: ProcessMemory | undefined;
  #handled: ReadonlySet<Signal> = new Set();
  #life: Life = { state: 'new' };

  constructor(
    identity: ProcessIdentity,
    group: number,
    sinks: HostProcess['sinks'],
    around: Surroundings,
    events: ProcessEvents,
  ) {
    this.identity = identity;
    this.group = group;
    this.sinks = sinks;
    this.#around = around;
    this.#events = events;
    if (around.sharedMemory) this.#memory = createProcessMemory();
    sinks.stdout.open();
    sinks.stderr.open();
  }

  get pid(): number {
    return this.identity.pid;
  }
  get isOver(): boolean {
    return this.#life.state === 'over';
  }

  /** Tells the thread that the process began with, as soon as there is one and as long as there is. */
  tell(message: ToThread): void {
    if (this.#life.state === 'starting') this.#life.waiting.push(message);
    else if (this.#life.state === 'running') this.#life.main.post(message);
  }

  start(start: FirstThread): void {
    const { linker } = this.#around;
    const waiting: ToThread[] = [];
    this.#life = { state: 'starting', start, waiting };
    const { entry, imports, args, env } = start;
    const isFile = 'path' in entry;
    const started = () => {
      const load = imports.map((path) => linker.link(path));
      if (isFile) load.push(linker.link(entry.path));
      else load.push(linker.linkEval(`${start.cwd}/[eval1]`, entry.source));
      const argv = ['/usr/bin/node', ...(isFile ? [entry.path] : []), ...args];
      const main = this.#startThread({ ...this.#common(start), thread: 0, argv, env, load });
      this.#life = { state: 'running', start, main };
      for (const message of waiting) main.post(message);
    };
    const refuse = (fault: Fault) => {
      this.complain(faultText(fault));
      this.end({ type: 'exited', code: 1 });
    };
    whenLinked(started, refuse, this.#around, () => !this.isOver);
  }

  /** Prints words of ours on the process's standard error. */
  complain(text: string): void {
    const at = performance.timeOrigin + performance.now() - this.#around.origin;
    this.#print({ stream: 'stderr', text, at });
  }

  /** Lets the signal do what the program, or else the system, has set for it. */
  deliver(signal: Signal): void {
    if (this.#handled.has(signal)) this.tell({ type: 'signal', signal });
    else if (endsProcess(signal)) this.end({ type: 'killed', signal });
  }

  /** Takes output out of the rings, where it is wanted. */
  takeOutput(): void {
    if (!this.sinks.stdout.isReady() || !this.sinks.stderr.isReady()) return;
    for (const thread of this.#threads.values()) {
      for (const record of thread.takeOutput(BATCH_BYTES)) this.#print(record);
    }
  }

  /** Ends all threads at once, in the middle of whatever they do. What they have printed is kept. */
  end(end: End): void {
    if (this.#life.state === 'over') return;
    this.#life = { state: 'over', end };
    for (const thread of [...this.#threads.values()]) this.#release(thread);
    this.sinks.stdout.close();
    this.sinks.stderr.close();
    this.#events.over(this, end);
  }

  #print({ stream, text, at }: OutputRecord): void {
    // What the preload reports is the run's, wherever the program's own output goes.
    if (isTrace(text)) this.#around.feed.add({ stream: 'stdout', text, at });
    else this.sinks[stream].put(text, at);
  }

  #common(start: FirstThread) {
    const { linker, origin, shelf, hasMailboxes } = this.#around;
    const { cwd, execArgv } = start;
    return {
      type: 'start',
      process: this.identity,
      origin,
      cwd,
      execArgv,
      isTraced: true,
      modules: linker.modules,
      shelf: shelf.urls,
      hasMailboxes,
    } as const;
  }

  #startThread(
    start: ThreadStart,
    parent?: Thread,
    transfer: readonly Transferable[] = [],
  ): Thread {
    const { pool, linker, threadQuota, guarded } = this.#around;
    // The modules may have been linked after the caller took the list.
    const message = { ...start, modules: linker.modules };
    const worker = pool.take();
    try {
      const thread = new Thread(worker, message, this.#memory, parent, transfer, {
        message: (received) => guarded(() => this.#receive(thread, received)),
        broken: (reason) => guarded(() => this.#broken(thread, reason)),
      });
      this.#threads.set(thread.id, thread);
      threadQuota.take();
      return thread;
    } catch (error) {
      worker.terminate();
      throw error;
    }
  }

  #receive(thread: Thread, message: FromThread): void {
    if (this.#threads.get(thread.id) !== thread) return;
    switch (message.type) {
      case 'ready':
        return;
      case 'output-waiting':
        this.#events.printed();
        return;
      case 'output':
        for (const record of message.records) this.#print(record);
        this.#events.printed();
        return;
      case 'file-call': {
        const result = thread.runOnFiles(message.call, this.#around.files);
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
        this.#around.ports.receive(thread, message.call);
        return;
      case 'broadcast':
        for (const each of this.#threads.values()) {
          const { name, value, sender } = message;
          each.post({ type: 'broadcast', name, value, ...(each === thread && { sender }) });
        }
        return;
      case 'start-thread':
        this.#startChild(thread, message);
        return;
      case 'mail':
        deliver(message.mail, thread, this.#threads);
        return;
      case 'end-thread':
        this.#endChild(thread, message.thread);
        return;
      case 'exit':
        if (thread.id === 0) this.end({ type: 'exited', code: message.code });
        else this.#endThread(thread);
        return;
      case 'handles':
        if (thread.id === 0) this.#handled = new Set(message.signals);
        return;
      default:
        this.#events.request(this, thread, message);
        return;
    }
  }

  #linkLate(
    thread: Thread,
    { id, specifier, from, how, attributes }: FromThread & { type: 'link' },
  ): void {
    const { linker, shelf } = this.#around;
    const answer = (result: LinkResult) => {
      if (id === undefined) thread.reply(result);
      else thread.post({ type: 'linked', id, result });
    };
    const linked = () => {
      const found = () => {
        if (how === 'shelf') return { url: shelf.url(specifier) };
        if (how === 'require') return linker.linkRequired(specifier, from);
        return linker.linkSpecifier(specifier, from, attributes);
      };
      answer({ ok: true, ...found(), modules: linker.modules, shelf: shelf.urls });
    };
    const refuse = (fault: Fault) => answer({ ok: false, fault });
    whenLinked(linked, refuse, this.#around, () => this.#threads.get(thread.id) === thread);
  }

  #startChild(parent: Thread, message: StartThread): void {
    if (this.#life.state !== 'running') return;
    const { start } = this.#life;
    const { linker, threadQuota } = this.#around;
    const { thread, entry, argv, env, port, transfer } = message;
    const { data, environmentData, name, settings, execArgv = start.execArgv } = message;
    const refuse = (fault: Fault) => {
      parent.starting.delete(thread);
      parent.post({ type: 'thread-ended', thread, code: 1, fault });
    };
    const started = () => {
      const hasRoom = threadQuota.hasRoom() && !this.#threads.has(thread);
      if (!hasRoom) return refuse(notStarted(limitWords.threads));
      const path = 'path' in entry ? normalPath(entry.path) : `${start.cwd}/[worker eval]`;
      const isTraced = !message.isEngines;
      const load = isTraced ? start.imports.map((each) => linker.link(each)) : [];
      load.push('path' in entry ? linker.link(path) : linker.linkEval(path, entry.source));
      const child: ThreadStart = {
        ...this.#common(start),
        thread,
        argv: ['/usr/bin/node', path, ...argv],
        env,
        load,
        execArgv,
        isTraced,
        parent: { port, data, environmentData, name, settings },
      };
      try {
        parent.starting.delete(thread);
        this.#startThread(child, parent, [port, ...transfer.filter((part) => part !== port)]);
      } catch (error) {
        // Mostly data that a browser does not hand over twice.
        refuse(notStarted(error instanceof Error ? error.message : String(error)));
      }
    };
    parent.starting.add(thread);
    whenLinked(started, refuse, this.#around, () => parent.starting.has(thread));
  }

  /** Only the thread that started another may end it. One that has not begun ends without a failure, as in Node. */
  #endChild(parent: Thread, id: number): void {
    const child = this.#threads.get(id);
    const begun = child?.parent === parent;
    if (begun) this.#endThread(child);
    else if (!parent.starting.delete(id)) return;
    parent.post({ type: 'thread-ended', thread: id, code: begun ? 1 : 0 });
  }

  /** A thread takes those that it started with it. */
  #endThread(thread: Thread): void {
    this.#release(thread);
    for (const child of [...this.#threads.values()]) {
      if (child.parent === thread) this.#endThread(child);
    }
    this.#events.printed();
  }

  #release(thread: Thread): void {
    thread.terminate(this.#around.files);
    for (const record of thread.takeOutput()) this.#print(record);
    this.#threads.delete(thread.id);
    this.#around.threadQuota.giveBack();
    this.#around.ports.ended(thread);
    this.#events.threadOver(thread);
  }

  #broken(thread: Thread, reason: string): void {
    if (this.#threads.get(thread.id) !== thread) return;
    if (thread.id === 0) {
      const words = `The browser ended the program's thread (${reason}). ${AFTER_A_CRASH}`;
      this.end({ type: 'broken', reason: words });
      return;
    }
    this.#endThread(thread);
    const fault = { name: 'Error', code: 'ERR_WORKER_OUT_OF_MEMORY', message: reason };
    thread.parent?.post({ type: 'thread-ended', thread: thread.id, code: 1, fault });
  }
}
