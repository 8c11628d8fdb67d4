/** What the functions of node:child_process take, put in order: a command, its options, where its descriptors lead. */

import type { ChildStdio, NewProcess, Serialization } from '../../wire/process-messages.ts';
import type { Signal } from '../../wire/signals.ts';
import { absolutePath } from '../absolute-path.ts';
import { inspect } from '../inspection.ts';
import { isNode, parseNodeCommand, shellWords } from '../node-command.ts';
import { absent, nodeError } from '../node-error.ts';
import { toSignal } from '../send-signal.ts';
import { systemError } from '../system-error.ts';
import { thread } from '../thread.ts';
import { openFiles } from './files.ts';
import { nodeProcess } from './process.ts';

export interface SpawnOptions {
  argv0?: string;
  cwd?: string | URL;
  detached?: boolean;
  encoding?: string | null;
  env?: Readonly<Record<string, string | undefined>>;
  execArgv?: readonly string[];
  execPath?: string;
  input?: string | Uint8Array;
  killSignal?: string | number;
  maxBuffer?: number;
  serialization?: Serialization;
  shell?: boolean | string;
  signal?: AbortSignal;
  silent?: boolean;
  stdio?: unknown;
  timeout?: number;
}

/** A command as Node's own functions know it. */
export interface Command {
  readonly file: string;
  /** The first one is the name that the process is given. */
  readonly spawnargs: readonly string[];
  readonly options: SpawnOptions;
}

export interface Stdio {
  readonly ends: readonly [ChildStdio, ChildStdio, ChildStdio];
  /** Which descriptor the channel has, if there is one. */
  readonly channel: number | undefined;
  readonly count: number;
}

/** From `(file, args?, options?)`, as the caller wrote them. */
export function toCommand(file: unknown, given: readonly unknown[]): Command {
  checkText('file', file);
  const args = Array.isArray(given[0]) ? given[0] : undefined;
  const options = (args || given[0] === undefined || given[0] === null ? given[1] : given[0]) ?? {};
  if (typeof options !== 'object') {
    throw wrongType('options', 'of type object', options);
  }
  const known = options as SpawnOptions;
  if (known.shell) return shellCommand([file, ...(args ?? [])].join(' '), known);
  const words = (args ?? []).map(String);
  return { file, spawnargs: [known.argv0 ?? file, ...words], options: known };
}

/** A line for a shell, which can be followed as long as it needs none. */
export function shellCommand(line: string, options: SpawnOptions): Command {
  const words = shellWords(line);
  if (!words?.[0]) throw absent(`The command ${inspect(line)}`, 'a page has no shell');
  const [name, ...rest] = words;
  if (isNode(name, nodeProcess.execPath)) return { file: name, spawnargs: words, options };
  // A shell is there, and does not find the program.
  const source = `process.stderr.write(${JSON.stringify(`/bin/sh: 1: ${name}: not found\n`)}); process.exitCode = 127;`;
  return { file: nodeProcess.execPath, spawnargs: [name, '-e', source, ...rest], options };
}

/** What is to be started; undefined where it is another program than Node. */
export function toNewProcess(
  { file, spawnargs, options }: Command,
  stdio: Stdio,
): NewProcess | undefined {
  if (!isNode(file, nodeProcess.execPath)) return undefined;
  const cwd = options.cwd === undefined ? thread().cwd : absolutePath(options.cwd);
  const absolute = (path: string) =>
    /^(\/|file:)/.test(path)
      ? absolutePath(path.startsWith('file:') ? new URL(path) : path)
      : `${cwd}/${path}`;
  const env = Object.entries({ ...ofTheRun(), ...(options.env ?? nodeProcess.env) }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    command: parseNodeCommand(spawnargs.slice(1), absolute),
    argv0: spawnargs[0] ?? file,
    env: Object.fromEntries(env.map(([key, value]) => [key, String(value)])),
    cwd,
    stdio: stdio.ends,
    detached: options.detached === true,
  };
}

/** What the trace hands on from process to process, also where the program gives an environment of its own. */
function ofTheRun(): Record<string, string> {
  const names = Object.keys(nodeProcess.env).filter((name) => name.startsWith('TRACE_'));
  return Object.fromEntries(names.map((name) => [name, nodeProcess.env[name] ?? '']));
}

export function toStdio(given: unknown, byDefault = 'pipe'): Stdio {
  const wanted = given ?? byDefault;
  const list: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted, wanted, wanted];
  const count = Math.max(3, list.length);
  const all = Array.from({ length: count }, (_, index) => toEnd(list[index], index));
  const channel = all.indexOf('ipc');
  if (all.lastIndexOf('ipc') !== channel) {
    const words = 'Child process can have only one IPC pipe';
    throw nodeError(Error, 'ERR_IPC_ONE_PIPE', words);
  }
  const ends = all.map((end) => (end === 'ipc' ? 'ignore' : end));
  return {
    ends: [ends[0] ?? 'pipe', ends[1] ?? 'pipe', ends[2] ?? 'pipe'],
    channel: channel < 0 ? undefined : channel,
    count,
  };
}

function toEnd(wanted: unknown, index: number): ChildStdio | 'ipc' {
  if (wanted === 'ipc' || wanted === 'ignore') return wanted;
  if (wanted === undefined || wanted === null) return index < 3 ? 'pipe' : 'ignore';
  if (index > 2) throw absent('stdio beyond the third', 'a process has no other pipes');
  if (wanted === 'pipe' || wanted === 'overlapped') return 'pipe';
  if (wanted === 'inherit') return inherited(index);
  const descriptor =
    typeof wanted === 'object' && 'fd' in wanted && typeof wanted.fd === 'number'
      ? wanted.fd
      : wanted;
  if (typeof descriptor === 'number') return inherited(descriptor);
  const words = `The argument 'stdio' is invalid. Received ${inspect(wanted)}`;
  throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', words);
}

function inherited(descriptor: number): ChildStdio {
  if (descriptor === 0 || descriptor === 1 || descriptor === 2) return { descriptor };
  const file = openFiles.get(descriptor);
  if (file) return { file: file.path };
  throw systemError('EBADF', 'spawn');
}

/** The signal that ends a child before its time. */
export function killSignalOf({ killSignal }: SpawnOptions): Signal {
  return toSignal(killSignal) || 'SIGTERM';
}

export function checkText(name: string, value: unknown): asserts value is string {
  if (typeof value !== 'string') throw wrongType(name, 'of type string', value);
  if (value !== '') return;
  const words = `The argument '${name}' cannot be empty. Received ''`;
  throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', words);
}

function wrongType(name: string, expected: string, value: unknown): Error {
  const words = `The "${name}" argument must be ${expected}. Received ${inspect(value)}`;
  return nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', words);
}
