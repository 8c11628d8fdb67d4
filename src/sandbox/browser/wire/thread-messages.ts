/**
 * What the host and a thread (a worker of ours that runs the reader's code) say to each other.
 * Reader's code shares its realm with our half of the channel and could forge anything, so the host
 * reads only through `readFromThread`, which rebuilds each message from checked parts.
 */
import type { FileCall, FileResult } from './file-calls.ts';
import { readFileCall } from './file-calls.ts';
import { isList } from './is-list.ts';
import { isRecord } from './is-record.ts';
import { isTexts } from './is-texts.ts';
import { type NetCall, type NetNews, readNetCall } from './net-messages.ts';
import {
  type OutputName,
  type ProcessNotice,
  type ProcessRequest,
  readProcessRequest,
  type Serialization,
} from './process-messages.ts';
import { readThreadMail, type ThreadMail, type ThreadNews } from './thread-mail.ts';

/** A module as a thread loads it, and what it needs to name places in it. */
export interface LinkedModule {
  readonly url: string;
  /** Absolute, for example `/home/lesson/main.ts`. */
  readonly path: string;
  /** Its `import.meta.url`: of one path there is a module for every query. */
  readonly address: string;
  /** The text that runs, types blanked out; empty for what is not the reader's. */
  readonly source: string;
  /** Of a CommonJS file, or of a module in a circle: where its script can be loaded from. */
  readonly script?: string;
  /** Of a module in a circle: by which its script is known. */
  readonly circularId?: number;
  /** How many characters of ours stand before the file's own on its first line. */
  readonly head?: number;
  /** Paths of files that it is known to require, by specifier. */
  readonly requires?: Readonly<Record<string, string>>;
  /** URLs of what it imports statically, but for built-in modules. */
  readonly imports?: readonly string[];
}

/** Memory that a thread shares with the host; absent where the browser has no shared memory. */
export interface SharedParts {
  readonly output: SharedArrayBuffer;
  readonly reply: SharedArrayBuffer;
  /** One Int32: the id of the thread that is started next, for all threads of the process. */
  readonly nextThread: SharedArrayBuffer;
}

/** What a thread other than the first gets from the one that started it. */
export interface ThreadParent {
  readonly port: MessagePort;
  readonly data: unknown;
  readonly environmentData: ReadonlyMap<unknown, unknown>;
  readonly name: string;
  readonly settings: ThreadSettings;
}

/** What a thread was started with besides. */
export interface ThreadSettings {
  /** Whether its parent writes to its standard input. */
  readonly stdin: boolean;
  /** In megabytes, by Node's names. */
  readonly resourceLimits: Readonly<Record<string, number>>;
}

/** The process that a thread belongs to. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly ppid: number;
  readonly argv0: string;
  /** How messages to and from the parent are written; absent where there is no channel. */
  readonly channel?: Serialization;
}

export interface ThreadStart {
  readonly type: 'start';
  readonly process: ProcessIdentity;
  /** 0 for the first thread of a process. */
  readonly thread: number;
  /** When the run began, in milliseconds of the Unix epoch. */
  readonly origin: number;
  readonly cwd: string;
  readonly argv: readonly string[];
  readonly execArgv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Whether it reports for the timeline. */
  readonly isTraced: boolean;
  /** URLs of modules, loaded one after the other; the last one is the entry. */
  readonly load: readonly string[];
  readonly modules: readonly LinkedModule[];
  /** Where modules of the shelf can be loaded from, by name. */
  readonly shelf: Readonly<Record<string, string>>;
  readonly shared?: SharedParts;
  /** Whether messages are put where `receiveMessageOnPort` finds them. */
  readonly hasMailboxes: boolean;
  readonly parent?: ThreadParent;
}

export type LinkResult =
  | {
      readonly ok: true;
      readonly url: string;
      /** Of a file. */
      readonly path?: string;
      readonly modules: readonly LinkedModule[];
      readonly shelf: Readonly<Record<string, string>>;
    }
  | { readonly ok: false; readonly fault: Fault };

/** Why something cannot be loaded, in the parts that a program sees of an error. */
export interface Fault {
  readonly name: string;
  readonly code?: string;
  readonly message: string;
  /** Of a module that was not found. */
  readonly url?: string;
  /** The place and the marked line, as Node prints them above an error. */
  readonly frame?: string;
}

export type ToThread =
  | ThreadStart
  | { readonly type: 'reply'; readonly id: number; readonly result: FileResult }
  | { readonly type: 'linked'; readonly id: number; readonly result: LinkResult }
  /** A thread that the receiver started is over, and may not have been able to say so itself. */
  | {
      readonly type: 'thread-ended';
      readonly thread: number;
      readonly code: number;
      readonly fault?: Fault;
    }
  | { readonly type: 'input'; readonly text: string }
  | { readonly type: 'net'; readonly news: NetNews }
  | { readonly type: 'mail'; readonly news: ThreadNews }
  /** `sender` is there for the thread that it comes from. */
  | {
      readonly type: 'broadcast';
      readonly name: string;
      readonly value: unknown;
      readonly sender?: number;
    }
  | ProcessNotice;

export interface StartThread {
  readonly type: 'start-thread';
  readonly thread: number;
  /** A path, or source text to be evaluated. */
  readonly entry: { readonly path: string } | { readonly source: string };
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Where it is not that of the process. */
  readonly execArgv?: readonly string[];
  readonly name: string;
  readonly settings: ThreadSettings;
  readonly port: MessagePort;
  readonly data: unknown;
  readonly environmentData: ReadonlyMap<unknown, unknown>;
  /** A thread of the engine's own: nothing of the program's is loaded into it, nor what reports for the timeline. */
  readonly isEngines?: boolean;
  /** What `data` hands over instead of copying. */
  readonly transfer: readonly Transferable[];
}

export interface OutputRecord {
  readonly stream: OutputName;
  readonly text: string;
  /** Milliseconds since the run began. */
  readonly at: number;
}

export type FromThread =
  /** The worker is up. Says which built-in modules there are, and what each one exports. */
  | { readonly type: 'ready'; readonly builtins: Readonly<Record<string, readonly string[]>> }
  /** The output ring has something in it. Sent once until the host has looked. */
  | { readonly type: 'output-waiting' }
  /** Output where there is no shared memory. */
  | { readonly type: 'output'; readonly records: readonly OutputRecord[] }
  /** Without an `id` the thread sits and waits for the reply in shared memory. */
  | { readonly type: 'file-call'; readonly id?: number; readonly call: FileCall }
  /** The thread has copied a part of a long reply, and waits for the next one. */
  | { readonly type: 'next-part' }
  /** Without an `id` the thread sits and waits for the reply in shared memory. */
  | {
      readonly type: 'link';
      readonly id?: number;
      readonly specifier: string;
      readonly from: string;
      /** `shelf`: a module of the engine's own, which no program can import. */
      readonly how?: 'require' | 'shelf';
      readonly attributes?: Readonly<Record<string, string>>;
    }
  | StartThread
  | { readonly type: 'net'; readonly call: NetCall }
  | { readonly type: 'mail'; readonly mail: ThreadMail }
  | { readonly type: 'end-thread'; readonly thread: number }
  /** For all channels of that name in the process, but for the one of the thread that has the number. */
  | {
      readonly type: 'broadcast';
      readonly name: string;
      readonly sender: number;
      readonly value: unknown;
    }
  | { readonly type: 'exit'; readonly code: number }
  | ProcessRequest;

const MAX_RECORD_CHARACTERS = 1 << 22;

export function readFromThread(data: unknown): FromThread | undefined {
  if (!isRecord(data)) return undefined;
  const { type, id, thread, code } = data;
  switch (type) {
    case 'ready':
      return isRecord(data['builtins'])
        ? { type, builtins: readBuiltins(data['builtins']) }
        : undefined;
    case 'output-waiting':
    case 'next-part':
      return { type };
    case 'output':
      return isList(data['records'])
        ? { type, records: data['records'].flatMap(readRecord) }
        : undefined;
    case 'file-call': {
      const call = readFileCall(data['call']);
      if (!call) return undefined;
      return typeof id === 'number' ? { type, id, call } : { type, call };
    }
    case 'link': {
      const { specifier, from, how, attributes } = data;
      if (typeof specifier !== 'string' || typeof from !== 'string') return undefined;
      return {
        type,
        specifier,
        from,
        ...(typeof id === 'number' && { id }),
        ...((how === 'require' || how === 'shelf') && { how }),
        ...(isRecord(attributes) && { attributes: texts(attributes) }),
      };
    }
    case 'mail': {
      const mail = readThreadMail(data['mail']);
      return mail && { type, mail };
    }
    case 'start-thread':
      return readStartThread(data);
    case 'net': {
      const call = readNetCall(data['call']);
      return call && { type, call };
    }
    case 'end-thread':
      return isThreadId(thread) ? { type, thread } : undefined;
    case 'broadcast': {
      const { name, sender, value } = data;
      if (typeof name !== 'string' || typeof sender !== 'number') return undefined;
      return { type, name, sender, value };
    }
    case 'exit':
      return typeof code === 'number' ? { type, code: code & 0xff } : undefined;
    default:
      return readProcessRequest(data);
  }
}

function texts(data: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function readBuiltins(data: Record<string, unknown>): Record<string, readonly string[]> {
  const entries = Object.entries(data).map(([name, keys]): [string, string[]] => [
    name,
    isList(keys) ? keys.filter((key) => typeof key === 'string') : [],
  ]);
  return Object.fromEntries(entries);
}

function readRecord(data: unknown): OutputRecord[] {
  if (!isRecord(data)) return [];
  const { stream, text, at } = data;
  if (stream !== 'stdout' && stream !== 'stderr') return [];
  if (typeof text !== 'string' || !Number.isFinite(at)) return [];
  return [{ stream, text: text.slice(0, MAX_RECORD_CHARACTERS), at: Number(at) }];
}

function readStartThread(data: Record<string, unknown>): StartThread | undefined {
  const { thread, entry, port, argv, execArgv, env, name, transfer, environmentData } = data;
  if (!isThreadId(thread) || !(port instanceof MessagePort) || !isRecord(entry)) return undefined;
  const { path, source } = entry;
  const start =
    typeof path === 'string' ? { path } : typeof source === 'string' ? { source } : undefined;
  if (!start || !isTexts(argv) || !isRecord(env) || !isList(transfer)) return undefined;
  if (!isTexts(Object.values(env)) || typeof name !== 'string') return undefined;
  return {
    type: 'start-thread',
    thread,
    entry: start,
    port,
    argv,
    ...(isTexts(execArgv) && { execArgv }),
    env: env as Record<string, string>,
    name,
    settings: readSettings(data['settings']),
    data: data['data'],
    environmentData: environmentData instanceof Map ? environmentData : new Map(),
    transfer: transfer.filter(isTransferable),
    isEngines: data['isEngines'] === true,
  };
}

function readSettings(data: unknown): ThreadSettings {
  const { stdin, resourceLimits } = isRecord(data) ? data : {};
  const limits = Object.entries(isRecord(resourceLimits) ? resourceLimits : {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return { stdin: stdin === true, resourceLimits: Object.fromEntries(limits) };
}

/** 0 is the first thread, which nobody starts or ends but the host. */
function isThreadId(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

/** Which objects can be handed over is the browser's to know: it has handed this one over to us. */
function isTransferable(value: unknown): value is Transferable {
  return typeof value === 'object' && value !== null;
}
