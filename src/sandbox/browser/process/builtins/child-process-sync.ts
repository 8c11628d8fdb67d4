/** The functions of node:child_process that wait: the host runs the process while this thread stands still. */
import type { CollectedRun } from '../../wire/process-messages.ts';
import { processCallNow } from '../host-calls.ts';
import { type SystemErrorCode, systemError } from '../system-error.ts';
import { Buffer } from './buffer.ts';
import { bytesOf } from './files.ts';
import { nodeProcess } from './process.ts';
import {
  type Command,
  checkText,
  killSignalOf,
  type SpawnOptions,
  shellCommand,
  toCommand,
  toNewProcess,
  toStdio,
} from './spawn-options.ts';

const MAX_BUFFER = 1024 * 1024;

interface Finished {
  error?: Error;
  status: number | null;
  signal: string | null;
  output: unknown[] | null;
  pid: number;
  stdout: unknown;
  stderr: unknown;
}

export function spawnSync(file: string, ...rest: unknown[]): Finished {
  return run(toCommand(file, rest));
}

export function execFileSync(file: string, ...rest: unknown[]): unknown {
  const command = toCommand(file, rest);
  return outputOf(command, [file, ...command.spawnargs.slice(1)].join(' '));
}

export function execSync(line: string, options: SpawnOptions = {}): unknown {
  checkText('command', line);
  return outputOf(shellCommand(line, options), line);
}

function run(command: Command): Finished {
  const { options, file, spawnargs } = command;
  const stdio = toStdio(options.stdio);
  const process = toNewProcess(command, stdio);
  const failed = (code: SystemErrorCode, reason?: string) =>
    systemError(code, `spawnSync ${file}`, { path: file, spawnargs: spawnargs.slice(1) }, reason);
  if (!process) return notRun(failed('ENOENT'));
  const result = processCallNow('child_process.*Sync', {
    op: 'run',
    process,
    input: bytesOf(options.input ?? ''),
    timeoutMs: options.timeout ?? 0,
    killSignal: killSignalOf(options),
    maxBytes: options.maxBuffer ?? MAX_BUFFER,
  });
  if (!result.ok) return notRun(failed(result.fault.code, result.fault.message));
  const { pid, code, signal, stdout, stderr, cutShort } = result.value as CollectedRun;
  const output = [
    null,
    stdio.ends[1] === 'pipe' ? decoded(stdout, options) : null,
    stdio.ends[2] === 'pipe' ? decoded(stderr, options) : null,
  ];
  return {
    ...(cutShort && { error: failed(cutShort) }),
    status: code,
    signal,
    output,
    pid,
    stdout: output[1],
    stderr: output[2],
  };
}

function notRun(error: Error): Finished {
  const nothing = { stdout: undefined, stderr: undefined };
  return { error, status: null, signal: null, output: null, pid: 0, ...nothing };
}

function outputOf(command: Command, line: string): unknown {
  const finished = run(command);
  if (command.options.stdio === undefined && finished.stderr) {
    nodeProcess.stderr.write(finished.stderr as string);
  }
  const { error, status } = finished;
  if (error) throw Object.assign(error, finished);
  if (status === 0) return finished.stdout;
  const said = String(finished.stderr ?? '');
  throw Object.assign(
    new Error(`Command failed: ${line}${said === '' ? '' : `\n${said}`}`),
    finished,
  );
}

function decoded(binary: string, { encoding }: SpawnOptions): unknown {
  const buffer = Buffer.from(binary, 'latin1');
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding as BufferEncoding) : buffer;
}
