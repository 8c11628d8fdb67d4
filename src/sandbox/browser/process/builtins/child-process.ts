/**
 * node:child_process. There is one program, Node itself: each process is started by the host on the same files, with a
 * first thread, workers and a memory of its own. Whatever else is asked for is not found.
 */
import { abortError, nodeError } from '../node-error.ts';
import { Buffer } from './buffer.ts';
import { ChildProcess } from './child-process-object.ts';
import { nodeProcess } from './process.ts';
import {
  type Command,
  checkText,
  killSignalOf,
  type SpawnOptions,
  shellCommand,
  toCommand,
  toStdio,
} from './spawn-options.ts';
import { setTimeout } from './timers.ts';

export { execFileSync, execSync, spawnSync } from './child-process-sync.ts';
export { ChildProcess };

type Callback = (error: Error | null, stdout: unknown, stderr: unknown) => void;
const MAX_BUFFER = 1024 * 1024;

export function spawn(file: string, ...rest: unknown[]): ChildProcess {
  return start(toCommand(file, rest));
}

export function fork(modulePath: string | URL, ...rest: unknown[]): ChildProcess {
  const path = modulePath instanceof URL ? decodeURIComponent(modulePath.pathname) : modulePath;
  checkText('modulePath', path);
  const { spawnargs, options } = toCommand('node', rest);
  const file = options.execPath ?? nodeProcess.execPath;
  const execArgv = options.execArgv ?? nodeProcess.execArgv;
  const byDefault = options.silent === true ? 'pipe' : 'inherit';
  const { stdio } = options;
  const list = Array.isArray(stdio) ? stdio : [...Array(3).fill(stdio ?? byDefault), 'ipc'];
  if (!list.includes('ipc')) {
    const words = "Forked processes must have an IPC channel, missing value 'ipc' in options.stdio";
    throw nodeError(Error, 'ERR_CHILD_PROCESS_IPC_REQUIRED', words);
  }
  return start({
    file,
    spawnargs: [file, ...execArgv, path, ...spawnargs.slice(1)],
    options: { ...options, stdio: list },
  });
}

export function exec(line: string, ...rest: unknown[]): ChildProcess {
  checkText('command', line);
  const { options, callback } = withCallback(rest);
  return gather(shellCommand(line, options), line, callback);
}

export function execFile(file: string, ...rest: unknown[]): ChildProcess {
  const args = Array.isArray(rest[0]) ? rest[0] : [];
  const { options, callback } = withCallback(Array.isArray(rest[0]) ? rest.slice(1) : rest);
  const command = toCommand(file, [args, options]);
  return gather(command, [file, ...args].join(' '), callback);
}

const custom = Symbol.for('nodejs.util.promisify.custom');
for (const each of [exec, execFile] as ((...args: never[]) => ChildProcess)[]) {
  Object.defineProperty(each, custom, {
    value: (...args: unknown[]) => {
      const made = Promise.withResolvers<{ stdout: unknown; stderr: unknown }>();
      const child = (each as (...args: unknown[]) => ChildProcess)(
        ...args,
        (error: Error | null, stdout: unknown, stderr: unknown) => {
          if (error) made.reject(Object.assign(error, { stdout, stderr }));
          else made.resolve({ stdout, stderr });
        },
      );
      return Object.assign(made.promise, { child });
    },
  });
}

function start(command: Command): ChildProcess {
  const { options } = command;
  const { signal, timeout = 0 } = options;
  const killSignal = killSignalOf(options);
  const child = new ChildProcess();
  child.begin(command, toStdio(options.stdio));
  if (timeout > 0) {
    const timer = setTimeout(() => child.kill(killSignal), timeout);
    child.once('exit', () => timer.close());
  }
  if (signal) endWith(signal, child, killSignal);
  return child;
}

function endWith(signal: AbortSignal, child: ChildProcess, killSignal: string): void {
  const abort = () => {
    if (child.kill(killSignal)) child.emit('error', abortError(signal.reason));
  };
  if (signal.aborted) nodeProcess.nextTick(abort);
  else {
    signal.addEventListener('abort', abort, { once: true });
    child.once('exit', () => signal.removeEventListener('abort', abort));
  }
}

function withCallback(rest: readonly unknown[]): { options: SpawnOptions; callback: Callback } {
  const callback = rest.find((part) => typeof part === 'function') as Callback | undefined;
  const options = rest.find((part) => typeof part === 'object' && part !== null);
  return { options: { ...options }, callback: callback ?? (() => undefined) };
}

/** Starts a process and hands over all that it printed when it is over. */
function gather(command: Command, line: string, callback: Callback): ChildProcess {
  const { encoding = 'utf8', maxBuffer = MAX_BUFFER } = command.options;
  const child = start({ ...command, options: { ...command.options, stdio: 'pipe' } });
  const parts: Record<'stdout' | 'stderr', Uint8Array[]> = { stdout: [], stderr: [] };
  let failed: Error | undefined;
  for (const stream of ['stdout', 'stderr'] as const) {
    let room = maxBuffer;
    child[stream]?.on('data', (chunk: Uint8Array) => {
      parts[stream].push(chunk.subarray(0, Math.max(0, room)));
      room -= chunk.length;
      if (room >= 0 || failed) return;
      const words = `${stream} maxBuffer length exceeded`;
      failed = nodeError(RangeError, 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER', words);
      child.kill(killSignalOf(command.options));
    });
  }
  child.once('error', (error: Error) => {
    failed ??= error;
  });
  child.once('close', (code: number | null, signal: string | null) => {
    const text = (stream: 'stdout' | 'stderr') => {
      const all = Buffer.concat(parts[stream]);
      return encoding === 'buffer' || encoding === null
        ? all
        : all.toString(encoding as BufferEncoding);
    };
    const [stdout, stderr] = [text('stdout'), text('stderr')];
    if (!failed && (code !== 0 || signal !== null)) {
      const { killed } = child;
      failed = Object.assign(new Error(`Command failed: ${line}\n${stderr}`), {
        code,
        killed,
        signal,
        cmd: line,
      });
    } else if (failed && !('cmd' in failed)) Object.assign(failed, { cmd: line });
    callback(failed ?? null, stdout, stderr);
  });
  return child;
}
