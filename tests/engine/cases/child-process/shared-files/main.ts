// Processes write to the same files; what one of them wrote is there after it was killed.
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'shared-'));
const journal = join(folder, 'journal');
appendFileSync(journal, 'parent begins\n');
for (const [life, crash] of [['first', '3'], ['second', '']]) {
  const child = spawn(process.execPath, ['child.ts', journal, life ?? '', crash ?? ''], { stdio: 'inherit' });
  const end = await new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  console.log(life, 'ended by', end);
}
console.log(readFileSync(journal, 'utf8'));
console.log(readdirSync(folder).sort());
rmSync(folder, { recursive: true });
console.log(existsSync(folder));
