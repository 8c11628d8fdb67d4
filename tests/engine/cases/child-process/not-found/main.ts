// A program that is not there is reported by an event, not by an exception.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

const child = spawn('no-such-program', ['-x']);
console.log(child.pid, child.spawnfile, child.spawnargs);
child.on('exit', () => console.log('NO'));
child.on('error', (error: NodeJS.ErrnoException & { spawnargs?: string[] }) => {
  console.log(error.message, error.code, error.errno, error.syscall, error.path, error.spawnargs);
});
const [code, signal] = await once(child, 'close').catch(() => once(child, 'close'));
console.log('close', code, signal);

const { error, status, pid } = spawnSync('no-such-program');
console.log((error as NodeJS.ErrnoException).code, status, pid);

const nowhere = spawn(process.execPath, ['-e', ''], { cwd: '/no/such/folder' });
nowhere.on('error', (failed: NodeJS.ErrnoException) => console.log(failed.code, failed.syscall === `spawn ${process.execPath}`));
await new Promise((resolve) => nowhere.once('close', resolve));
execFile('no-such-program', (failed) => console.log(failed?.message, (failed as NodeJS.ErrnoException).code));
