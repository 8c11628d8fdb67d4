// A process shares files with its parent and nothing else: not memory, not globals, not later changes of the environment.
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';

mkdirSync('sub');
Object.assign(globalThis, { mark: 'parent' });
process.env['FROM_PARENT'] = 'inherited';
const child = fork(new URL('./child.ts', import.meta.url), ['x y', '--flag'], { cwd: 'sub', execArgv: [] });
process.env['FROM_PARENT'] = 'changed';
child.on('message', (message) => console.log(message));
await new Promise((resolve) => child.once('close', resolve));
const bare = fork('child.ts', { env: { ONLY: 'this', NUMBER: '5' } });
bare.on('message', (message) => console.log(message));
await new Promise((resolve) => bare.once('close', resolve));
console.log((globalThis as { mark?: string }).mark, process.env['FROM_CHILD']);
