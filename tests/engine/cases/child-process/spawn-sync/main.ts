// A process that its parent waits for while nothing else of it runs.
import { spawnSync } from 'node:child_process';

setTimeout(() => console.log('the timer, at last'), 0);
const done = spawnSync(process.execPath, ['child.ts', 'a'], { encoding: 'utf8', input: 'from the parent' });
console.log(done.status, done.signal, done.output, typeof done.pid, done.error);
const raw = spawnSync(process.execPath, ['-e', 'process.stdout.write("ä"); process.exit(9)']);
console.log(raw.status, raw.stdout, raw.stderr);
const inherited = spawnSync(process.execPath, ['-e', 'console.log("straight to the parent’s")'], { stdio: 'inherit' });
console.log(inherited.status, inherited.stdout, inherited.output);
const slow = spawnSync(process.execPath, ['-e', 'for (;;);'], { timeout: 200 });
console.log(slow.status, slow.signal, (slow.error as NodeJS.ErrnoException).code);
const talkative = spawnSync(process.execPath, ['-e', 'for (;;) console.log("x".repeat(100))'], { maxBuffer: 1000 });
console.log(talkative.signal, (talkative.error as NodeJS.ErrnoException).code, talkative.stdout.length >= 1000);
const killed = spawnSync(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")']);
console.log(killed.status, killed.signal, killed.error);
