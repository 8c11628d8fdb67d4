// process.kill: a question, a signal by name or number, and what is wrong with either.
import { spawn } from 'node:child_process';

const attempt = (pid: unknown, signal?: unknown) => {
  try {
    return process.kill(pid as number, signal as string);
  } catch (error) {
    const { name, code, message, syscall, errno } = error as NodeJS.ErrnoException;
    return [name, code, message, syscall, errno];
  }
};
console.log(attempt(process.pid, 0));
console.log(attempt(2 ** 30, 0));
console.log(attempt(2 ** 30));
console.log(attempt(process.pid, 'SIGNOTHING'));
console.log(attempt(process.pid, 999));
console.log(attempt('abc'));
console.log(attempt(undefined));
console.log(attempt({}));

process.on('SIGUSR2', (signal, number) => console.log('handled', signal, number));
console.log(attempt(process.pid, 'SIGUSR2'), attempt(process.pid, 'SIGCHLD'), attempt(process.pid, 'SIGWINCH'));
// A handler alone keeps no process.
const stay = setInterval(() => undefined, 1000);
await new Promise((resolve) => process.once('SIGUSR2', resolve));
clearInterval(stay);

const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
const { pid = 0 } = child;
console.log(attempt(pid, 0), attempt(pid, 15));
await new Promise((resolve) => child.once('exit', resolve));
console.log(child.signalCode, attempt(pid, 0));
