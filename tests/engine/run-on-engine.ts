/** Runs a program of the contract on an engine, in the sandbox that the engine keeps. */
import type { Engine, Outcome, SandboxProcess } from '../../src/sandbox/engine.ts';
import { createEscapeDecoder } from '../../src/trace/escape.ts';
import type { Ran, Runnable } from './case.ts';
import { takeSteps } from './steps.ts';

export const TIME_LIMIT_MS = 20_000;
/** What a terminal sends for the end of input. */
const END_OF_INPUT = '\u0004';

export async function runOnEngine(engine: Engine, given: Runnable): Promise<Ran> {
  const limit = AbortSignal.timeout(given.timeLimitMs ?? TIME_LIMIT_MS);
  const sandbox = await engine.boot({ signal: limit, onProgress: () => undefined });
  const { files, entry, args, env } = given;
  const program = { files, entry, ...(args && { args }), ...(env && { env }) };
  const process = await sandbox.spawn(program);
  const kill = () => process.kill('SIGKILL');
  limit.addEventListener('abort', kill);
  try {
    const ran = await follow(process, given);
    return limit.aborted ? { ...ran, exit: 'timed out' } : ran;
  } finally {
    limit.removeEventListener('abort', kill);
  }
}

async function follow(process: SandboxProcess, given: Runnable): Promise<Ran> {
  const output = { stdout: '', stderr: '' };
  // What a run shows is its output without the escapes of its trace.
  const trace = createEscapeDecoder();
  const afterOutput = takeSteps(given, {
    write: (text) => process.write(text),
    end: () => process.write(END_OF_INPUT),
    kill: (signal) => process.kill(signal),
  });
  for await (const event of process.events) {
    if (event.type === 'exit') {
      const stdout = output.stdout + trace.end().text;
      return { stdout, stderr: output.stderr, exit: exitOf(event.outcome) };
    }
    if (event.type === 'trace') continue;
    if (event.stream === 'stderr') output.stderr += event.text;
    else output.stdout += trace.push(event.text).text;
    afterOutput(output.stdout);
  }
  return { ...output, exit: 'lost' };
}

function exitOf(outcome: Outcome): string {
  return outcome.type === 'exited' ? String(outcome.code) : JSON.stringify(outcome);
}
