// The first process is asked to leave from outside, finishes what it does, and takes its child with it.
import { spawn } from 'node:child_process';

const child = spawn(process.execPath, ['-e', 'console.log("child is up"); setInterval(() => {}, 1000)'], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
process.on('SIGTERM', (signal) => {
  console.log('asked to leave by', signal);
  child.kill();
  child.once('exit', (_code, how) => {
    console.log('child left by', how);
    process.exit(0);
  });
});
