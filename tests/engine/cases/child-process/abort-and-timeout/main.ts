// A process that is ended by an AbortSignal, or by its time limit.
import { execFile, fork, spawn } from 'node:child_process';

const endless = ['-e', 'setInterval(() => {}, 1000)'];
const ended = (child: ReturnType<typeof spawn>) =>
  new Promise((resolve) => child.once('close', (code, signal) => resolve([code, signal, child.killed])));

const controller = new AbortController();
const aborted = spawn(process.execPath, endless, { signal: controller.signal });
aborted.on('error', (error: NodeJS.ErrnoException) => console.log(error.name, error.code, error.message, error.cause));
aborted.on('spawn', () => controller.abort('enough'));
console.log(await ended(aborted));

const early = spawn(process.execPath, endless, { signal: AbortSignal.abort() });
early.on('error', (error) => console.log('early', error.name));
console.log(await ended(early));

console.log(await ended(spawn(process.execPath, endless, { timeout: 100 })));
console.log(await ended(spawn(process.execPath, endless, { timeout: 100, killSignal: 'SIGKILL' })));
console.log(await ended(fork('child.ts', { timeout: 100, killSignal: 'SIGINT' })));
execFile('node', endless, { timeout: 100 }, (error) => console.log(error?.killed, error?.signal, error?.code));
