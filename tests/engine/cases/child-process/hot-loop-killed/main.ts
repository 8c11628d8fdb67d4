// A process that never gets back to its loop hears no SIGTERM that it has a handler for; SIGKILL asks nobody.
import { fork } from 'node:child_process';

const child = fork('child.ts', { silent: true });
child.stdout?.on('data', (text) => {
  console.log(String(text).trim());
  console.log(child.kill('SIGTERM'), child.kill(0), child.killed);
  setTimeout(() => {
    console.log(child.exitCode, child.signalCode);
    child.kill('SIGKILL');
  }, 50);
});
child.on('exit', (code, signal) => console.log('exit', code, signal));
