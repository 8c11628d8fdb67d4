// A detached process leads a group, which one signal reaches as a whole.
import { spawn } from 'node:child_process';

const leader = spawn(process.execPath, ['leader.ts'], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
leader.stdout.on('data', (text) => {
  console.log(String(text).trim());
  console.log(process.kill(-(leader.pid ?? 0), 'SIGTERM'));
});
leader.on('close', (code, signal) => console.log('leader', code, signal));
