/** Runs a program of the contract on the Node that runs the tests. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { shelf } from '../../src/sandbox/browser/process/builtins/shelf.ts';
import type { Ran, Runnable } from './case.ts';
import { TIME_LIMIT_MS } from './run-on-engine.ts';
import { takeSteps } from './steps.ts';

/** What the course ships: the same versions, as they are installed here. */
const packages = Object.keys(shelf).filter((name) => shelf[name]?.from === name);

/** Where programs live in a sandbox, and so in what is expected. */
const HOME = '/home/lesson';

export async function runOnNode(given: Runnable): Promise<Ran> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'case-')));
  try {
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await mkdir(join(folder, 'node_modules'));
    for (const name of packages) {
      await symlink(resolve('node_modules', name), join(folder, 'node_modules', name));
    }
    for (const [path, text] of Object.entries(given.files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const flags = ['--disable-warning=ExperimentalWarning'];
    const child = spawn(process.execPath, [...flags, given.entry, ...(given.args ?? [])], {
      cwd: folder,
      env: { PATH: process.env['PATH'], ...given.env },
      stdio: 'pipe',
      timeout: given.timeLimitMs ?? TIME_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    const output = { stdout: '', stderr: '' };
    const afterOutput = takeSteps(given, {
      write: (text) => child.stdin.write(text),
      end: () => child.stdin.end(),
      kill: (signal) => child.kill(signal),
    });
    // A program may end before it has read everything.
    child.stdin.on('error', () => undefined);
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (chunk: string) => {
        output[name] += chunk.replaceAll(folder, HOME);
        afterOutput(output.stdout);
      });
    }
    const exit = await exitOf(child);
    return { ...output, exit };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve(String(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
    });
  });
}
