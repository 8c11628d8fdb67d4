/** Runs programs as an author or a reader would on the command line: `node main.ts`. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Program } from '../../src/sandbox/engine.ts';

export interface NodeRun {
  readonly stdout: string;
  readonly stderr: string;
  /** 128 and more where a signal ended it, as a shell has it; 137 after the time limit. */
  readonly exitCode: number;
}

const KILLED = 137;

/** Runs a file that exists. */
export function runFile(folder: string, entry: string, timeLimitMs: number): Promise<NodeRun> {
  const env = { PATH: process.env['PATH'] };
  const child = spawn(process.execPath, [entry], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const limit = setTimeout(() => child.kill('SIGKILL'), timeLimitMs);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(limit);
      resolve({ stdout, stderr, exitCode: code ?? KILLED });
    });
  });
}

/** Runs a program that exists only as text, in a folder of its own that is gone afterwards. */
export async function runProgram(
  { files, entry }: Program,
  timeLimitMs = 20_000,
): Promise<NodeRun> {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  try {
    for (const [path, text] of Object.entries({ 'package.json': '{"type":"module"}', ...files })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await runFile(folder, entry, timeLimitMs);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
