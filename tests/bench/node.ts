/** Real Node on this machine, for comparison: the Node that runs the benchmark. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Milliseconds from spawning Node to the first that it prints, and all of it, once it has ended. */
export async function runOnNode(
  program: string,
  args: readonly string[] = [],
): Promise<{ firstMs: number; stdout: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const entry = join(folder, 'main.mjs');
    writeFileSync(entry, program);
    return await new Promise((resolve, reject) => {
      const began = performance.now();
      let firstMs = Number.NaN;
      let stdout = '';
      const child = spawn(process.execPath, [...args, entry], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child.stdout.on('data', (data: Buffer) => {
        if (stdout === '') firstMs = performance.now() - began;
        stdout += String(data);
      });
      child.on('error', reject);
      child.on('close', () => resolve({ firstMs, stdout }));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The numbers that a program prints, one a line. */
export const numbersIn = (text: string): number[] => text.trim().split('\n').map(Number);
