// Processes that start processes: who is whose, and how what they print finds its way.
import { spawn } from 'node:child_process';

const depth = Number(process.argv[2] ?? 0);
console.log(`level ${depth} begins`, depth === 0 || String(process.ppid) === process.env['ABOVE']);
if (depth < 3) {
  const child = spawn(process.execPath, ['main.ts', String(depth + 1)], {
    stdio: depth === 1 ? ['ignore', 'pipe', 'inherit'] : 'inherit',
    env: { ...process.env, ABOVE: String(process.pid) },
  });
  child.stdout?.on('data', (text) => process.stdout.write(String(text).replaceAll(/^(?=.)/gm, '> ')));
  const code = await new Promise((resolve) => child.once('close', resolve));
  console.log(`level ${depth} ends: ${code}`);
}
process.exitCode = depth;
