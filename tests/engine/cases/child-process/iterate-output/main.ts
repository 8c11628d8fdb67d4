// The output of a process, read with `for await`, and piped.
import { spawn } from 'node:child_process';

const child = spawn(process.execPath, ['-e', 'for (let i = 0; i < 3; i++) console.log("line", i)']);
let text = '';
for await (const part of child.stdout.setEncoding('utf8')) text += part;
console.log(JSON.stringify(text));
const piped = spawn(process.execPath, ['-e', 'console.log("through a pipe")']);
piped.stdout.pipe(process.stdout);
await new Promise((resolve) => piped.once('close', resolve));
const relay = spawn(process.execPath, ['-e', 'process.stdin.on("data", (part) => process.stdout.write(String(part).toUpperCase()))']);
spawn(process.execPath, ['-e', 'console.log("from one to the other")']).stdout.pipe(relay.stdin);
relay.stdout.on('data', (part) => console.log(String(part).trim()));
await new Promise((resolve) => relay.once('close', resolve));
