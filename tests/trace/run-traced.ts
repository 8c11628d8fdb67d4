/** Runs a small program on this Node, with the preload or without it, and takes the trace out of what it printed. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEscapeDecoder } from '../../src/trace/escape.ts';
import type { TraceEvent } from '../../src/trace/trace-event.ts';

const preload = fileURLToPath(new URL('../../src/sandbox/trace-preload.ts', import.meta.url));

export interface Traced {
  readonly raw: string;
  readonly text: string;
  readonly stderr: string;
  readonly events: readonly TraceEvent[];
  readonly code: number | null;
}

export async function runTraced(
  files: Readonly<Record<string, string>>,
  { traced = true, env = {} }: { traced?: boolean; env?: Record<string, string> } = {},
): Promise<Traced> {
  const folder = await mkdtemp(join(tmpdir(), 'traced-'));
  try {
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const child = spawn(
      process.execPath,
      [
        ...(traced ? ['--import', preload] : []),
        '--disable-warning=ExperimentalWarning',
        'main.ts',
      ],
      { cwd: folder, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let raw = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      raw += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    const { text, events } = createEscapeDecoder().push(raw);
    return { raw, text, stderr, events, code };
  } finally {
    await rm(folder, { recursive: true });
  }
}
