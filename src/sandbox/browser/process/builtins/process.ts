/** node:process */
import { canBeHandled, isSignal, type Signal, signalNumbers } from '../../wire/signals.ts';
import type { ThreadStart } from '../../wire/thread-messages.ts';
import { checkFunction, checkInteger, invalidType } from '../argument-checks.ts';
import { exitThread } from '../exit.ts';
import { addTick, heldKinds } from '../loop.ts';
import { nodeError } from '../node-error.ts';
import { sendSignal } from '../send-signal.ts';
import { now, tellHost, thread } from '../thread.ts';
import { EventEmitter, type EventName, type Listener } from './event-emitter.ts';
import type * as fs from './fs.ts';
import { InputStream, OutputStream, type ProcessStreams } from './process-streams.ts';
import { emitWarning, type WarningArguments } from './process-warnings.ts';
import type * as util from './util.ts';

/** The release whose manners this engine follows. */
const VERSION = '24.21.0';
const NANOSECONDS = 1e9;

/** What the engine does with the process. None of it is a member, or the program could do it too. */
interface EngineSide {
  /** Fills in what belongs to this thread. */
  begin(start: ThreadStart): void;
  useStreams(streams: ProcessStreams): void;
  /** Calls back whenever listeners come or go. */
  watchListeners(changed: () => void): void;
  receiveSignal(signal: Signal): void;
  /** Those whose parent is gone belong to the system's first process. */
  loseParent(): void;
  /** Gives an error to the capture callback; false where there is none. */
  captureUncaught(error: unknown): boolean;
}
let engineSideOf: (of: Process) => EngineSide;

class Process extends EventEmitter {
  static {
    engineSideOf = (of) => ({
      begin(start) {
        of.argv = [...start.argv];
        of.execArgv = [...start.execArgv];
        of.env = environment(start.env);
        of.pid = start.process.pid;
        of.ppid = start.process.ppid;
        of.argv0 = start.process.argv0;
      },
      useStreams(streams) {
        of.#areTrue = true;
        of.#streams = streams;
      },
      watchListeners: (changed) => void of.#watchers.push(changed),
      receiveSignal: (signal) => void of.emit(signal, signal, signalNumbers[signal]),
      loseParent() {
        of.ppid = 1;
      },
      captureUncaught(error) {
        const capture = of.#capture;
        capture?.(error);
        return capture !== undefined;
      },
    });
  }

  title = 'node';
  /** Whether warnings of deprecated functions are left out. */
  noDeprecation = false;
  throwDeprecation = false;
  readonly version = `v${VERSION}`;
  readonly versions = { node: VERSION };
  readonly release = { name: 'node' };
  readonly arch = 'wasm';
  readonly platform = 'linux';
  pid = 0;
  ppid = 0;
  readonly execPath = '/usr/bin/node';
  readonly features = { typescript: 'strip' };
  readonly config = {};
  readonly allowedNodeEnvironmentFlags = new Set<string>();
  argv: string[] = [];
  argv0 = 'node';
  execArgv: string[] = [];
  env: Record<string, string> = {};
  #streams: ProcessStreams = {
    stdout: new OutputStream('stdout'),
    stderr: new OutputStream('stderr'),
    stdin: new InputStream(),
  };
  #areTrue = false;
  #exitCode: number | string | undefined;
  #handled = '';
  readonly #watchers: (() => void)[] = [];

  get [Symbol.toStringTag](): string {
    return 'process';
  }

  get stdout(): ProcessStreams['stdout'] {
    return this.#trueStreams().stdout;
  }
  get stderr(): ProcessStreams['stderr'] {
    return this.#trueStreams().stderr;
  }
  get stdin(): ProcessStreams['stdin'] {
    return this.#trueStreams().stdin;
  }
  /** node:stream brings true streams along, if it is there; most programs do without. */
  #trueStreams(): ProcessStreams {
    if (!this.#areTrue) findBuiltin('stream');
    return this.#streams;
  }
  override on(name: EventName, listener: Listener): this {
    super.on(name, listener);
    return this.#listenersChanged();
  }
  override once(name: EventName, listener: Listener): this {
    super.once(name, listener);
    return this.#listenersChanged();
  }
  override prependListener(name: EventName, listener: Listener): this {
    super.prependListener(name, listener);
    return this.#listenersChanged();
  }
  override prependOnceListener(name: EventName, listener: Listener): this {
    super.prependOnceListener(name, listener);
    return this.#listenersChanged();
  }
  override off(name: EventName, listener: Listener): this {
    super.off(name, listener);
    return this.#listenersChanged();
  }
  override removeAllListeners(name?: EventName): this {
    super.removeAllListeners(name);
    return this.#listenersChanged();
  }
  /** The host has to know for which signals there are handlers: without one the process ends, whatever it is doing. */
  #listenersChanged(): this {
    const signals = this.eventNames().filter(
      (name): name is Signal => isSignal(name) && canBeHandled(name),
    );
    const handled = signals.join();
    if (handled !== this.#handled && thread().thread === 0) {
      this.#handled = handled;
      tellHost({ type: 'handles', signals });
    }
    for (const changed of this.#watchers) changed();
    return this;
  }

  get exitCode(): number | string | undefined {
    return this.#exitCode;
  }
  set exitCode(code: number | string | null | undefined) {
    const given = typeof code === 'string' && code !== '' ? Number(code) : code;
    if (given !== undefined && given !== null) {
      const isNumber = typeof given === 'number' && !Number.isNaN(given);
      if (!isNumber) throw invalidType('code', 'of type number', code);
      checkInteger(given, 'code');
    }
    this.#exitCode = code ?? undefined;
  }

  exit(code?: number | string | null): void {
    if (code !== undefined && code !== null) this.exitCode = code;
    exitThread();
  }
  abort(): void {
    sendSignal(this.pid, 'SIGABRT');
  }
  kill(pid: unknown, signal?: unknown): true {
    sendSignal(pid, signal);
    return true;
  }
  getBuiltinModule(id: string): unknown {
    return findBuiltin(id.replace(/^node:/, ''));
  }
  cwd(): string {
    return thread().cwd;
  }
  chdir(): void {
    throw nodeError(
      Error,
      'ERR_WORKER_UNSUPPORTED_OPERATION',
      'process.chdir() is not supported here',
    );
  }
  uptime(): number {
    return now() / 1000;
  }
  nextTick(callback: unknown, ...args: unknown[]): void {
    checkFunction(callback, 'callback');
    addTick(() => callback(...args));
  }
  emitWarning(...args: WarningArguments): void {
    emitWarning(this, args);
  }
  memoryUsage = Object.assign(
    () => {
      const used = heapUsed();
      return { rss: used, heapTotal: used, heapUsed: used, external: 0, arrayBuffers: 0 };
    },
    { rss: () => heapUsed() },
  );
  #capture: ((error: unknown) => unknown) | undefined;

  /** Takes the place of all listeners of `uncaughtException`; null gives it back. */
  setUncaughtExceptionCaptureCallback(callback: unknown): void {
    if (callback === null) {
      this.#capture = undefined;
      return;
    }
    if (typeof callback !== 'function')
      throw invalidType('fn', 'of type function or null', callback);
    if (this.#capture) {
      throw nodeError(
        Error,
        'ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET',
        '`process.setUncaughtExceptionCaptureCallback()` was called while a capture callback was already active',
      );
    }
    this.#capture = callback as (error: unknown) => unknown;
  }
  hasUncaughtExceptionCaptureCallback(): boolean {
    return this.#capture !== undefined;
  }
  /** What keeps the process alive, by Node's names. */
  getActiveResourcesInfo(): string[] {
    return heldKinds();
  }
  loadEnvFile(path: unknown = '.env'): void {
    const { parseEnv } = findBuiltin('util') as typeof util;
    const { readFileSync } = findBuiltin('fs') as typeof fs;
    const text = String(readFileSync(path as string, 'utf8'));
    this.env = environment({ ...parseEnv(text), ...this.env });
  }

  /** A browser does not tell how busy the processor was: the time that went by stands in for it. */
  cpuUsage(before?: { user: number; system: number }): { user: number; system: number } {
    return { user: Math.round(now() * 1000) - (before?.user ?? 0), system: 0 };
  }
  resourceUsage(): { userCPUTime: number; systemCPUTime: number } {
    return { userCPUTime: Math.round(now() * 1000), systemCPUTime: 0 };
  }
  availableMemory(): number {
    return 2 ** 32;
  }
  constrainedMemory(): number {
    return 0;
  }
  hrtime = Object.assign(
    (before?: readonly [number, number]): [number, number] => {
      const total = now() * 1e6;
      let seconds = Math.floor(total / NANOSECONDS) - (before?.[0] ?? 0);
      let nanoseconds = Math.floor(total % NANOSECONDS) - (before?.[1] ?? 0);
      if (nanoseconds < 0) {
        seconds--;
        nanoseconds += NANOSECONDS;
      }
      return [seconds, nanoseconds];
    },
    { bigint: () => BigInt(Math.round(now() * 1e6)) },
  );
  umask(): number {
    return 0o22;
  }
  getuid(): number {
    return 1000;
  }
  getgid(): number {
    return 1000;
  }
}

let findBuiltin: (name: string) => unknown = () => undefined;
/** The modules know the process, so it gets to know them later. */
export function setBuiltinFinder(find: (name: string) => unknown): void {
  findBuiltin = find;
}

/** What is put into it becomes text, as on Node. */
function environment(values: Readonly<Record<string, string>>): Record<string, string> {
  return new Proxy(
    { ...values },
    { set: (target, key, value) => Reflect.set(target, key, String(value)) },
  );
}

/** Only Chromium tells; elsewhere it is 0. */
function heapUsed(): number {
  const { memory } = globalThis.performance as unknown as { memory?: { usedJSHeapSize: number } };
  return memory?.usedJSHeapSize ?? 0;
}

export const nodeProcess = new Process();
export const engineSide = engineSideOf(nodeProcess);
export default nodeProcess;
