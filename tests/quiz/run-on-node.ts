/** Runs a program with the Node.js that runs the tests, in a folder of its own, to its end. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RunProgram } from '../../src/quiz/types.ts';

const LIMIT_MS = 20_000;

export const runOnNode: RunProgram = async ({ files, entry, args = [], env = {} }) => {
  const folder = await mkdtemp(join(tmpdir(), 'question-'));
  try {
    for (const [path, text] of Object.entries({ 'package.json': '{"type":"module"}', ...files })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await new Promise((resolve, reject) => {
      const options = { cwd: folder, env: { ...process.env, ...env }, timeout: LIMIT_MS };
      execFile(process.execPath, [entry, ...args], options, (error, stdout, stderr) => {
        if (!error) resolve({ stdout, stderr, exitCode: 0 });
        else if (typeof error.code === 'number') resolve({ stdout, stderr, exitCode: error.code });
        else reject(error);
      });
    });
  } finally {
    await rm(folder, { recursive: true });
  }
};
