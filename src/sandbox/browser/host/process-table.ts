/** All processes of a run: who started whom, who may signal whom, and what they say to each other. */

import { limits, limitWords } from '../wire/limits.ts';
import { normalPath } from '../wire/paths.ts';
import type {
  ChildStdio,
  CollectedRun,
  NewProcess,
  OutputName,
  ProcessCall,
  ProcessEnd,
  ProcessFault,
  ProcessRequest,
  ProcessResult,
} from '../wire/process-messages.ts';
import type { Signal } from '../wire/signals.ts';
import { ChildLink } from './child-link.ts';
import { type End, type FirstThread, HostProcess } from './process.ts';
import { Quota } from './quota.ts';
import { Collector, FileSink, Nowhere, Pipe, type Sink } from './sinks.ts';
import type { Surroundings } from './surroundings.ts';
import type { Thread } from './thread.ts';

type Sinks = HostProcess['sinks'];

/** The first process's, so that they look like pids and not like indices; the shell that started it has the one before. */
const FIRST_PID = 100;

export class ProcessTable {
  readonly #around: Surroundings;
  readonly #changed: () => void;
  readonly #ended: (process: HostProcess, end: End) => void;
  readonly #processes = new Map<number, HostProcess>();
  readonly #quota = new Quota(limits.processes);
  readonly #children = new Map<Thread, Map<number, ChildLink>>();
  readonly #links = new Map<HostProcess, ChildLink>();
  /** What waits for the end of a process. */
  readonly #waits = new Map<HostProcess, (end: ProcessEnd) => void>();
  #pid = FIRST_PID;

  /** `changed` is called when there may be output to take, `ended` for every process. */
  constructor(
    around: Surroundings,
    changed: () => void,
    ended: (process: HostProcess, end: End) => void,
  ) {
    this.#around = around;
    this.#changed = changed;
    this.#ended = ended;
  }

  get processes(): Iterable<HostProcess> {
    return this.#processes.values();
  }

  /** Starts the process that no other has started; `made` gets it before it runs. */
  first(start: FirstThread, sinks: Sinks, made: (process: HostProcess) => void): void {
    const process = this.#add(FIRST_PID - 1, 'own', 'node', sinks, undefined);
    made(process);
    process.start(start);
  }

  endAll(): void {
    for (const process of [...this.#processes.values()]) {
      process.end({ type: 'killed', signal: 'SIGKILL' });
    }
  }

  #add(
    ppid: number,
    group: number | 'own',
    argv0: string,
    sinks: Sinks,
    channel: (ProcessCall & { op: 'spawn' })['channel'],
  ): HostProcess {
    const pid = this.#pid++;
    const identity = { pid, ppid, argv0, ...(channel !== undefined && { channel }) };
    const leader = group === 'own' ? pid : group;
    const process = new HostProcess(identity, leader, sinks, this.#around, {
      request: (from, thread, request) => this.#request(from, thread, request),
      printed: this.#changed,
      threadOver: (thread) => this.#threadOver(thread),
      over: (over, end) => this.#over(over, end),
    });
    this.#processes.set(pid, process);
    this.#quota.take();
    return process;
  }

  #over(process: HostProcess, end: End): void {
    this.#processes.delete(process.pid);
    this.#quota.giveBack();
    const told = endToTell(end);
    this.#waits.get(process)?.(told);
    this.#waits.delete(process);
    this.#links.get(process)?.childOver(told);
    this.#links.delete(process);
    this.#ended(process, end);
  }

  #threadOver(thread: Thread): void {
    for (const link of this.#children.get(thread)?.values() ?? []) link.parentOver();
    this.#children.delete(thread);
  }

  #request(process: HostProcess, thread: Thread, request: ProcessRequest): void {
    const child = (handle: number) => this.#children.get(thread)?.get(handle);
    // The channel to the parent belongs to the first thread.
    const own = thread.id === 0 ? this.#links.get(process) : undefined;
    switch (request.type) {
      case 'process-call': {
        const answer = (result: ProcessResult) => {
          if (request.id === undefined) thread.reply(result);
          else thread.post({ type: 'called', id: request.id, result });
        };
        const result = this.#call(process, thread, request.call, answer);
        if (result) answer(result);
        return;
      }
      case 'child-input':
        child(request.child)?.input(request.text);
        return;
      case 'input-taken':
        own?.inputTaken();
        return;
      case 'child-read':
        child(request.child)?.outputRead(request.stream);
        this.#changed();
        return;
      case 'send':
        if (request.to === 'parent') own?.send('child', request.value);
        else child(request.to)?.send('parent', request.value);
        return;
      case 'received':
        if (request.from === 'parent') own?.received('child', request.count);
        else child(request.from)?.received('parent', request.count);
        return;
      case 'disconnect':
        if (request.from === 'parent') own?.disconnect();
        else child(request.from)?.disconnect();
        return;
      case 'handles':
        return;
    }
  }

  /** Gives the answer, or nothing where it is given otherwise, later, or never. */
  #call(
    process: HostProcess,
    thread: Thread,
    call: ProcessCall,
    answer: (result: ProcessResult) => void,
  ): ProcessResult | undefined {
    if (call.op === 'signal') return this.#signal(process, call.pid, call.signal);
    const fault = this.#obstacle(call.process);
    if (fault) return { ok: false, fault };
    if (call.op === 'spawn') this.#spawn(process, thread, call, answer);
    else this.#run(process, call, answer);
    return undefined;
  }

  /** Why a process cannot be started. */
  #obstacle({ command, env, cwd }: NewProcess): ProcessFault | undefined {
    const texts = [...command.args, ...command.execArgv, ...Object.entries(env).flat()];
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    if (characters > limits.argumentCharacters) {
      return { code: 'E2BIG', message: limitWords.arguments };
    }
    if (!this.#quota.hasRoom()) return { code: 'EAGAIN', message: limitWords.processes };
    if (!this.#around.threadQuota.hasRoom()) return { code: 'EAGAIN', message: limitWords.threads };
    return this.#around.files.isFolder(cwd) ? undefined : { code: 'ENOENT' };
  }

  #spawn(
    parent: HostProcess,
    thread: Thread,
    { handle, process: wanted, channel }: ProcessCall & { op: 'spawn' },
    answer: (result: ProcessResult) => void,
  ): void {
    const pipes: Partial<Record<OutputName, Pipe>> = {};
    const pipe = (stream: OutputName) => {
      pipes[stream] = new Pipe((bytes) =>
        thread.post({ type: 'child-output', child: handle, stream, bytes }),
      );
      return pipes[stream];
    };
    const sinks = this.#sinks(parent, wanted.stdio, pipe);
    const group = wanted.detached ? 'own' : parent.group;
    const process = this.#add(parent.pid, group, wanted.argv0, sinks, channel);
    const link = new ChildLink(parent, thread, handle, process, pipes, channel);
    this.#links.set(process, link);
    const children = this.#children.get(thread) ?? new Map<number, ChildLink>();
    this.#children.set(thread, children.set(handle, link));
    answer({ ok: true, value: process.pid });
    process.start(firstThread(wanted));
    this.#provideInput(process, wanted.stdio[0]);
  }

  /** Runs a process to its end while its parent waits. */
  #run(
    parent: HostProcess,
    { process: wanted, input, timeoutMs, killSignal, maxBytes }: ProcessCall & { op: 'run' },
    answer: (result: ProcessResult) => void,
  ): void {
    let cutShort: CollectedRun['cutShort'];
    const cut = (reason: CollectedRun['cutShort']) => {
      cutShort ??= reason;
      process.deliver(killSignal);
    };
    const collected: Partial<Record<OutputName, Collector>> = {};
    const collect = (stream: OutputName) => {
      collected[stream] = new Collector(maxBytes, () => cut('ENOBUFS'));
      return collected[stream];
    };
    const sinks = this.#sinks(parent, wanted.stdio, collect);
    const process = this.#add(parent.pid, parent.group, wanted.argv0, sinks, undefined);
    const late = () => this.#around.guarded(() => cut('ETIMEDOUT'));
    const timer = timeoutMs > 0 ? setTimeout(late, timeoutMs) : undefined;
    this.#waits.set(process, (end) => {
      clearTimeout(timer);
      const value: CollectedRun = {
        ...end,
        pid: process.pid,
        stdout: collected.stdout?.binary() ?? '',
        stderr: collected.stderr?.binary() ?? '',
        ...(cutShort && { cutShort }),
      };
      if (!parent.isOver) answer({ ok: true, value });
    });
    process.start(firstThread(wanted));
    if (wanted.stdio[0] === 'pipe') {
      const text = new TextDecoder().decode(input);
      if (text !== '') process.tell({ type: 'input', text });
      process.tell({ type: 'input-end' });
    } else this.#provideInput(process, wanted.stdio[0]);
  }

  #sinks(
    parent: HostProcess,
    stdio: NewProcess['stdio'],
    pipe: (stream: OutputName) => Sink,
  ): Sinks {
    const sink = (stream: OutputName, kind: ChildStdio): Sink => {
      if (kind === 'pipe') return pipe(stream);
      if (kind === 'ignore') return new Nowhere();
      if ('file' in kind) return new FileSink(this.#around.files, kind.file);
      return kind.descriptor === 0
        ? new Nowhere()
        : parent.sinks[kind.descriptor === 1 ? 'stdout' : 'stderr'];
    };
    return { stdout: sink('stdout', stdio[1]), stderr: sink('stderr', stdio[2]) };
  }

  /** What a child finds on its standard input where its parent does not write to it; inherited, it is open and silent. */
  #provideInput(process: HostProcess, stdin: ChildStdio): void {
    if (stdin === 'pipe' || (stdin !== 'ignore' && 'descriptor' in stdin)) return;
    const text = stdin === 'ignore' ? undefined : this.#around.files.text(stdin.file);
    if (text) process.tell({ type: 'input', text });
    process.tell({ type: 'input-end' });
  }

  #signal(from: HostProcess, pid: number, signal: Signal | 0): ProcessResult | undefined {
    const group = pid === 0 ? from.group : -pid;
    const targets = [...this.#processes.values()].filter((process) =>
      pid > 0 ? process.pid === pid : process.group === group,
    );
    if (targets.length === 0) return { ok: false, fault: { code: 'ESRCH' } };
    // Before the answer: a process that signals itself is not to run on if that is its end.
    if (signal !== 0) for (const process of targets) process.deliver(signal);
    return from.isOver ? undefined : { ok: true, value: null };
  }
}

function firstThread({ command, env, cwd }: NewProcess): FirstThread {
  const { imports, entry, args, execArgv } = command;
  return {
    imports: imports.map(normalPath),
    entry: 'path' in entry ? { path: normalPath(entry.path) } : entry,
    args,
    execArgv,
    env,
    cwd: normalPath(cwd),
  };
}

/** A process that the browser ended looks to its parent as one that was aborted. */
function endToTell(end: End): ProcessEnd {
  switch (end.type) {
    case 'exited':
      return { code: end.code, signal: null };
    case 'killed':
      return { code: null, signal: end.signal };
    case 'broken':
      return { code: null, signal: 'SIGABRT' };
  }
}
