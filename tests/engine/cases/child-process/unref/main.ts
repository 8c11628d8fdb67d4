// A parent that lets its child go is over without it, and is told nothing of its end.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';

writeFileSync('log', '');
const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 300)'], { detached: true, stdio: 'ignore' });
child.on('exit', () => console.log('NO'));
child.unref();
process.on('exit', () => console.log('the parent is over'));
