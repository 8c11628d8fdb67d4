// Far more output than a pipe holds arrives whole, also through a reader that stops and goes on.
import { spawn } from 'node:child_process';

const LINES = 60_000;
const child = spawn(process.execPath, ['-e', `for (let i = 0; i < ${LINES}; i++) console.log("line", i)`], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
let text = '';
let pauses = 0;
child.stdout.setEncoding('utf8').on('data', (part: string) => {
  text += part;
  if (pauses === 3) return;
  pauses++;
  child.stdout.pause();
  setTimeout(() => child.stdout.resume(), 5);
});
child.on('close', (code) => {
  const lines = text.trimEnd().split('\n');
  console.log(code, lines.length, lines.findIndex((line, index) => line !== `line ${index}`), pauses);
});
