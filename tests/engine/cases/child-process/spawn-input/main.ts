// A parent writes to the standard input of a process and reads what that makes of it.
import { spawn } from 'node:child_process';

const child = spawn('node', ['child.ts']);
let text = '';
child.stdout.setEncoding('utf8').on('data', (part: string) => {
  text += part;
  if (text === 'ready\n') {
    child.stdin.write('one two ');
    child.stdin.write(Buffer.from('three'));
    child.stdin.end(' four');
  }
});
child.on('close', (code) => console.log(JSON.stringify(text), code));
