/** The ChildProcess of node:child_process: a process that this thread has started, as long as it is of interest. */
import type { OutputName, ProcessEnd, ProcessResult } from '../../wire/process-messages.ts';
import type { Signal } from '../../wire/signals.ts';
import { addChild, type Child, removeChild } from '../children.ts';
import { processCallLater, processCallNow } from '../host-calls.ts';
import { IpcChannel } from '../ipc.ts';
import { addHeldImmediate, addTick, ref, unref } from '../loop.ts';
import { sendSignal, toSignal } from '../send-signal.ts';
import { errorNumber, type SystemErrorCode, systemError } from '../system-error.ts';
import { tellHost, thread } from '../thread.ts';
import { ChildInput, ChildOutput } from './child-streams.ts';
import { EventEmitter, type EventName, type Listener } from './event-emitter.ts';
import { nodeProcess } from './process.ts';
import { type Command, type Stdio, toNewProcess } from './spawn-options.ts';

export class ChildProcess extends EventEmitter {
  connected = false;
  signalCode: Signal | null = null;
  exitCode: number | null = null;
  killed = false;
  spawnfile = '';
  spawnargs: readonly string[] = [];
  pid: number | undefined = undefined;
  stdin: ChildInput | null = null;
  stdout: ChildOutput | null = null;
  stderr: ChildOutput | null = null;
  stdio: readonly (ChildInput | ChildOutput | null)[] = [];
  /** Only a process with a channel has them. */
  declare send?: (message: unknown, ...rest: unknown[]) => boolean;
  declare disconnect?: () => void;
  declare channel?: object | null;
  #channel: IpcChannel | undefined;
  #refed = true;
  #isOver = false;
  /** What `close` waits for: the end, and that of every pipe. */
  #open = 1;

  /** To be called once, by the functions of the module. */
  begin(command: Command, stdio: Stdio): void {
    const process = toNewProcess(command, stdio);
    this.spawnfile = command.file;
    this.spawnargs = command.spawnargs;
    const handle = addChild(this.#listener());
    ref();
    this.#makePipes(handle, stdio);
    if (!process) {
      this.#notStarted('ENOENT', handle);
      return;
    }
    const { serialization = 'json' } = command.options;
    const channel = stdio.channel === undefined ? {} : { channel: serialization };
    const call = { op: 'spawn', handle, process, ...channel } as const;
    if (stdio.channel !== undefined) this.#connect(handle, serialization);
    if (thread().shared) this.#started(processCallNow('spawn', call), handle);
    // Nobody can wait for the answer: the pid comes with the event.
    else void processCallLater(call).then((result) => this.#started(result, handle));
    // For who wants to see every process, as Node has `worker` for every thread.
    nodeProcess.emit('child_process', this);
  }

  kill(signal?: string | number): boolean {
    const wanted = toSignal(signal);
    if (this.pid === undefined || this.#isOver) return false;
    try {
      sendSignal(this.pid, wanted);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
      throw error;
    }
    this.killed ||= wanted !== 0;
    return true;
  }
  ref(): void {
    if (!this.#refed && !this.#isOver) ref();
    this.#refed = true;
  }
  unref(): void {
    if (this.#refed && !this.#isOver) unref();
    this.#refed = false;
  }
  [Symbol.dispose](): void {
    if (!this.killed) this.kill();
  }
  override on(name: EventName, listener: Listener): this {
    super.on(name, listener);
    if (name === 'message') this.#channel?.listened();
    return this;
  }
  override once(name: EventName, listener: Listener): this {
    super.once(name, listener);
    if (name === 'message') this.#channel?.listened();
    return this;
  }

  #makePipes(handle: number, { ends, channel, count }: Stdio): void {
    const output = (stream: OutputName) => {
      this.#open++;
      const made = new ChildOutput(() => tellHost({ type: 'child-read', child: handle, stream }));
      made.once('close', () => this.#closeOne());
      return made;
    };
    if (ends[0] === 'pipe' && channel !== 0) {
      this.#open++;
      this.stdin = new ChildInput((text) => tellHost({ type: 'child-input', child: handle, text }));
      this.stdin.once('close', () => this.#closeOne());
    }
    if (ends[1] === 'pipe' && channel !== 1) this.stdout = output('stdout');
    if (ends[2] === 'pipe' && channel !== 2) this.stderr = output('stderr');
    const extra = Array.from({ length: count - 3 }, () => null);
    this.stdio = [this.stdin, this.stdout, this.stderr, ...extra];
  }

  #connect(handle: number, serialization: 'json' | 'advanced'): void {
    ref();
    this.#open++;
    let isOurs = false;
    const channel = new IpcChannel(this, handle, serialization, () => {
      unref();
      this.connected = false;
      this.channel = null;
      // As on Node, a channel that was closed on this side is never reported to be, and there is no `close`.
      if (!isOurs) addTick(() => this.#closeOne());
    });
    this.#channel = channel;
    this.connected = true;
    this.channel = { ref, unref };
    this.send = (message, ...rest) => channel.send(message, ...rest);
    this.disconnect = () => {
      isOurs ||= channel.connected;
      channel.disconnect();
      this.connected = false;
    };
  }

  #started(result: ProcessResult, handle: number): void {
    if (result.ok) {
      this.pid = result.value as number;
      addTick(() => this.emit('spawn'));
      return;
    }
    const { code, message } = result.fault;
    this.#notStarted(code, handle, message);
  }

  #notStarted(code: SystemErrorCode, handle: number, reason?: string): void {
    removeChild(handle);
    const { spawnfile: path, spawnargs } = this;
    const error = systemError(
      code,
      `spawn ${path}`,
      { path, spawnargs: spawnargs.slice(1) },
      reason,
    );
    addTick(() => {
      this.exitCode = errorNumber(code);
      this.#over();
      addHeldImmediate(() => {
        for (const stream of [this.stdout, this.stderr]) stream?.destroy();
        this.stdin?.lose();
        this.#channel?.disconnected();
        this.#closeOne();
      });
      this.emit('error', error);
    });
  }

  #listener(): Child {
    return {
      output: (stream, bytes) => this[stream]?.receive(bytes),
      ended: (end) => this.#ended(end),
      message: (value) => this.#channel?.receive(value),
      disconnected: () => this.#channel?.disconnected(),
      inputTaken: () => this.stdin?.taken(),
    };
  }

  #ended({ code, signal }: ProcessEnd): void {
    this.exitCode = code;
    this.signalCode = signal;
    this.#over();
    this.stdin?.lose();
    this.emit('exit', code, signal);
    // Output that nobody reads does not keep it from being over.
    addTick(() => {
      for (const stream of [this.stdout, this.stderr]) if (stream?.readable) stream.resume();
    });
    this.#closeOne();
  }

  #over(): void {
    this.#isOver = true;
    if (this.#refed) unref();
  }

  #closeOne(): void {
    this.#open--;
    if (this.#open === 0) this.emit('close', this.exitCode, this.signalCode);
  }
}
