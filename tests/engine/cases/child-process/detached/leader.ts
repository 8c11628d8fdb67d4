import { spawn } from 'node:child_process';

const member = spawn(process.execPath, ['-e', 'console.log("up"); setInterval(() => {}, 1000)'], { stdio: ['ignore', 'pipe', 'inherit'] });
process.on('SIGTERM', () => undefined);
member.stdout.on('data', () => console.log('both are up'));
member.on('exit', (_code, signal) => {
  process.exitCode = signal === 'SIGTERM' ? 11 : 12;
});
