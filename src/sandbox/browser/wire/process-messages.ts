/**
 * What the host and a thread say to each other about processes: starting, ending and signalling them, their pipes and
 * their channels of messages. A thread knows a process that it has started by a handle, a number of its own choice,
 * and can name no other; any process of the sandbox can be signalled by its pid.
 *
 * Reader's code could forge what a thread says, so the host reads only through the `read…` functions of this file,
 * which rebuild each message from checked parts.
 */
import { isList } from './is-list.ts';
import { isRecord } from './is-record.ts';
import { isTexts } from './is-texts.ts';
import { isSignal, type Signal } from './signals.ts';

/** What a child's descriptor 0, 1 or 2 is: its own pipe, nothing, what its parent has there, or the end of a file. */
export type ChildStdio =
  | 'pipe'
  | 'ignore'
  | { readonly descriptor: 0 | 1 | 2 }
  | { readonly file: string };

/** How messages of a channel are written: as text of JSON, or as values that the browser copies. */
export type Serialization = 'json' | 'advanced';

/** A `node` command line, taken apart. Paths are absolute. */
export interface NodeCommand {
  /** Given with `--import`: loaded before the entry. */
  readonly imports: readonly string[];
  readonly entry: { readonly path: string } | { readonly source: string };
  /** The flags between `node` and its entry. */
  readonly execArgv: readonly string[];
  /** What follows the entry. */
  readonly args: readonly string[];
}

export interface NewProcess {
  readonly command: NodeCommand;
  readonly argv0: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly stdio: readonly [ChildStdio, ChildStdio, ChildStdio];
  /** Whether it gets a group of its own. */
  readonly detached: boolean;
}

export type ProcessCall =
  | {
      readonly op: 'spawn';
      readonly handle: number;
      readonly process: NewProcess;
      readonly channel?: Serialization;
    }
  /** Starts a process and waits for its end, its output collected. */
  | {
      readonly op: 'run';
      readonly process: NewProcess;
      readonly input: Uint8Array;
      /** 0: none. */
      readonly timeoutMs: number;
      readonly killSignal: Signal;
      /** Of each stream. */
      readonly maxBytes: number;
    }
  /** `signal` 0 only asks whether there is such a process; a pid below 0 names a group. */
  | { readonly op: 'signal'; readonly pid: number; readonly signal: Signal | 0 };

/** How a process ended: by itself with a code, or by a signal. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: Signal | null;
}

/** What a process that was waited for has left. The streams have a character for each byte. */
export interface CollectedRun extends ProcessEnd {
  readonly pid: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Why it was ended before its time. */
  readonly cutShort?: 'ETIMEDOUT' | 'ENOBUFS';
}

/** `code` is Node's; `message` is there where the limit is the engine's own. */
export interface ProcessFault {
  readonly code: 'ESRCH' | 'ENOENT' | 'EAGAIN' | 'E2BIG';
  readonly message?: string;
}

/** The value is the new process's pid, a CollectedRun, or null. */
export type ProcessResult =
  | { readonly ok: true; readonly value: number | CollectedRun | null }
  | { readonly ok: false; readonly fault: ProcessFault };

/** The other end of a channel: a child, by its handle, or the process that started this one. */
export type Peer = number | 'parent';

export type ProcessRequest =
  /** Without an `id` the thread sits and waits for the reply in shared memory. */
  | { readonly type: 'process-call'; readonly id?: number; readonly call: ProcessCall }
  /** For a child's standard input; null ends it. */
  | { readonly type: 'child-input'; readonly child: number; readonly text: string | null }
  /** A piece of the own standard input was taken. */
  | { readonly type: 'input-taken' }
  /** A piece of a child's output was taken; the next one may come. */
  | { readonly type: 'child-read'; readonly child: number; readonly stream: OutputName }
  | { readonly type: 'send'; readonly to: Peer; readonly value: unknown }
  /** So many messages from there have been received. */
  | { readonly type: 'received'; readonly from: Peer; readonly count: number }
  | { readonly type: 'disconnect'; readonly from: Peer }
  /** The signals that the process has handlers for. */
  | { readonly type: 'handles'; readonly signals: readonly Signal[] };

export type ProcessNotice =
  | { readonly type: 'called'; readonly id: number; readonly result: ProcessResult }
  /** Null is the end of the stream. */
  | {
      readonly type: 'child-output';
      readonly child: number;
      readonly stream: OutputName;
      readonly bytes: Uint8Array | null;
    }
  /** What was written to its input last has been read. */
  | { readonly type: 'child-input-taken'; readonly child: number }
  | { readonly type: 'child-ended'; readonly child: number; readonly end: ProcessEnd }
  | { readonly type: 'message'; readonly from: Peer; readonly value: unknown }
  | { readonly type: 'disconnected'; readonly from: Peer }
  /** Nothing more will come through standard input. */
  | { readonly type: 'input-end' }
  | { readonly type: 'signal'; readonly signal: Signal }
  /** The process that started this one is over. */
  | { readonly type: 'orphaned' };

export type OutputName = 'stdout' | 'stderr';

export function readProcessRequest(data: Record<string, unknown>): ProcessRequest | undefined {
  const { type, id, child, stream, text } = data;
  switch (type) {
    case 'process-call': {
      const call = readProcessCall(data['call']);
      if (!call) return undefined;
      return typeof id === 'number' ? { type, id, call } : { type, call };
    }
    case 'child-input':
      if (typeof child !== 'number' || (typeof text !== 'string' && text !== null))
        return undefined;
      return { type, child, text };
    case 'input-taken':
      return { type };
    case 'child-read':
      if (typeof child !== 'number' || (stream !== 'stdout' && stream !== 'stderr'))
        return undefined;
      return { type, child, stream };
    case 'send': {
      const to = readPeer(data['to']);
      return to === undefined ? undefined : { type, to, value: data['value'] };
    }
    case 'received': {
      const from = readPeer(data['from']);
      const count = data['count'];
      if (from === undefined || typeof count !== 'number' || !(count > 0)) return undefined;
      return { type, from, count };
    }
    case 'disconnect': {
      const from = readPeer(data['from']);
      return from === undefined ? undefined : { type, from };
    }
    case 'handles':
      return isList(data['signals'])
        ? { type, signals: data['signals'].filter(isSignal) }
        : undefined;
    default:
      return undefined;
  }
}

function readPeer(data: unknown): Peer | undefined {
  return typeof data === 'number' || data === 'parent' ? data : undefined;
}

function readProcessCall(data: unknown): ProcessCall | undefined {
  if (!isRecord(data)) return undefined;
  const { op } = data;
  if (op === 'signal') {
    const { pid, signal } = data;
    if (!Number.isSafeInteger(pid) || (signal !== 0 && !isSignal(signal))) return undefined;
    return { op, pid: Number(pid), signal };
  }
  const process = readNewProcess(data['process']);
  if (!process) return undefined;
  if (op === 'spawn') {
    const { handle, channel } = data;
    if (typeof handle !== 'number') return undefined;
    if (channel !== 'json' && channel !== 'advanced') return { op, handle, process };
    return { op, handle, process, channel };
  }
  if (op !== 'run') return undefined;
  const { input, timeoutMs, killSignal, maxBytes } = data;
  if (!(input instanceof Uint8Array) || !isSignal(killSignal)) return undefined;
  if (typeof timeoutMs !== 'number' || typeof maxBytes !== 'number') return undefined;
  return { op, process, input: new Uint8Array(input), timeoutMs, killSignal, maxBytes };
}

function readNewProcess(data: unknown): NewProcess | undefined {
  if (!isRecord(data) || !isList(data['stdio'])) return undefined;
  const command = readCommand(data['command']);
  const [stdin, stdout, stderr] = data['stdio'].map(readStdio);
  const { argv0, env, cwd } = data;
  if (!command || !stdin || !stdout || !stderr) return undefined;
  if (typeof argv0 !== 'string' || typeof cwd !== 'string') return undefined;
  if (!isRecord(env) || !isTexts(Object.values(env))) return undefined;
  return {
    command,
    argv0,
    env: env as Record<string, string>,
    cwd,
    stdio: [stdin, stdout, stderr],
    detached: data['detached'] === true,
  };
}

function readCommand(data: unknown): NodeCommand | undefined {
  if (!isRecord(data) || !isRecord(data['entry'])) return undefined;
  const { path, source } = data['entry'];
  const entry =
    typeof path === 'string' ? { path } : typeof source === 'string' ? { source } : undefined;
  const { imports, execArgv, args } = data;
  if (!entry || !isTexts(imports) || !isTexts(execArgv) || !isTexts(args)) return undefined;
  return { entry, imports, execArgv, args };
}

function readStdio(data: unknown): ChildStdio | undefined {
  if (data === 'pipe' || data === 'ignore') return data;
  if (!isRecord(data)) return undefined;
  const { descriptor, file } = data;
  if (descriptor === 0 || descriptor === 1 || descriptor === 2) return { descriptor };
  return typeof file === 'string' ? { file } : undefined;
}
