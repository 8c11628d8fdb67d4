// What a process prints into a file is there while it still runs, however much it is; what is collected is bounded then.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';

const LINES = 3000;
const prints = `
  const lines = [];
  for (let i = 0; i < ${LINES}; i++) lines.push('line ' + i + ' ' + '.'.repeat(60));
  process.stdout.write(lines.join('\\n') + '\\nend');
`;
const blocked = `${prints} Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`;
// A blocked process would keep what a pipe has no room for.
const idle = `${prints} setInterval(() => undefined, 1e6);`;
writeFileSync('big', new Uint8Array(8 * 1024 * 1024));
const log = openSync('log', 'w');
const child = spawn(process.execPath, ['-e', blocked], { stdio: ['ignore', log, 'ignore'] });
closeSync(log);
// Copying keeps whoever takes the output busy, until all of it waits to be taken.
while (statSync('log').size === 0) copyFileSync('big', 'copy');
const pause = new Int32Array(new SharedArrayBuffer(4));
while (!readFileSync('log', 'utf8').endsWith('\nend')) Atomics.wait(pause, 0, 0, 5);
const lines = readFileSync('log', 'utf8').split('\n').slice(0, -1);
console.log(lines.length, lines.every((line, i) => line.startsWith(`line ${i} `)), child.exitCode);
child.kill();
child.on('close', (code, signal) => {
  console.log(code, signal);
  const { error } = spawnSync(process.execPath, ['-e', idle], { maxBuffer: 150_000 });
  console.log((error as NodeJS.ErrnoException).code);
});
