// A program handed over as text, with arguments, and with a module loaded before it.
import { spawn } from 'node:child_process';

const run = (...args: string[]) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('close', resolve);
  });
console.log(await run('-e', 'console.log(process.argv.length, process.execArgv.length)'));
console.log(await run('--input-type=module', '--eval', 'console.log(await "text", process.argv.slice(1))', 'a', 'b'));
console.log(await run('--import', './before.ts', 'main-part.ts', '--flag', 'value'));
console.log(await run('--import=./before.ts', '-e', 'console.log(globalThis.before)'));
