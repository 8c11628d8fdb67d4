// What a process prints comes through its pipes, as bytes or as text, with an end.
import { spawn } from 'node:child_process';

const child = spawn(process.execPath, ['child.ts'], { stdio: ['ignore', 'pipe', 'pipe'] });
const bytes: Uint8Array[] = [];
let errors = '';
child.stdout.on('data', (chunk: Uint8Array) => bytes.push(chunk));
child.stderr.setEncoding('utf8').on('data', (text: string) => {
  errors += text;
});
child.stdout.on('end', () => console.log('end of stdout'));
child.on('close', (code, signal) => {
  console.log('close', code, signal);
  console.log(bytes.every((chunk) => Buffer.isBuffer(chunk)), JSON.stringify(Buffer.concat(bytes).toString()));
  console.log(JSON.stringify(errors), child.stdin, child.stdio.length);
});
