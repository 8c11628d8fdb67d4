/** The contract on Node itself: what it prints is what the engines are held to. `npx vitest run -u` takes it down anew. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Case, cases, comparable, type Ran, withoutNode } from './cases.ts';

/** Where programs live in the sandbox, and so in what is expected. */
const HOME = '/home/lesson';

describe('Node', () => {
  test.for(cases)('$name', { timeout: 30_000 }, async (given) => {
    const ran = await runOnNode(given);
    const file = (name: string) => `./cases/${given.name}/expected.${name}`;
    await expect(comparable(ran.stdout, given.stdout)).toMatchFileSnapshot(file('stdout'));
    await expect(withoutNode(ran.stderr)).toMatchFileSnapshot(file('stderr'));
    await expect(ran.exit).toMatchFileSnapshot(file('exit'));
  });
});

async function runOnNode({ files, killAfter }: Case): Promise<Ran> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'case-')));
  try {
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'main.ts'], {
      cwd: folder,
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (chunk: string) => {
        output[name] += chunk.replaceAll(folder, HOME);
        if (killAfter !== undefined && output.stdout.includes(killAfter)) child.kill('SIGKILL');
      });
    }
    const exit = await new Promise<string>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code === null ? 'killed' : String(code)));
    });
    return { ...output, exit };
  } finally {
    await rm(folder, { recursive: true });
  }
}
