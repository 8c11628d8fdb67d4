// Asked to leave, one process leaves at once, one finishes its work first, one does not listen and is made to go.
import { spawn } from 'node:child_process';

for (const manner of ['rude', 'graceful', 'deaf']) {
  const child = spawn(process.execPath, ['child.ts', manner], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (part) => {
    text += part;
    if (String(part).includes('ready')) console.log('sent', child.kill(), child.killed);
    if (String(part).includes('never')) child.kill('SIGKILL');
  });
  const end = await new Promise<unknown[]>((resolve) => child.once('close', (...values) => resolve(values)));
  console.log(manner, end, JSON.stringify(text), child.kill());
}
