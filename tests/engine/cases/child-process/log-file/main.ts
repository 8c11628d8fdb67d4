// A process writes into a file that its parent has opened, and goes on after the parent has closed it.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';

writeFileSync('log', 'begin\n');
const log = openSync('log', 'a');
const child = spawn(process.execPath, ['-e', 'console.log("out"); setTimeout(() => console.error("err"), 30)'], {
  stdio: ['ignore', log, log],
});
closeSync(log);
child.on('close', (code) => console.log(code, JSON.stringify(readFileSync('log', 'utf8')), child.stdout));
