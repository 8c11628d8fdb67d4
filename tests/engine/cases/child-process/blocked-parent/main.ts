// Processes run on while the one that started them stands still, and see what it sees.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const children = ['a', 'b'].map((name) => spawn(process.execPath, ['child.ts', name], { stdio: 'ignore' }));
const ends = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
while (!(existsSync('a') && existsSync('b')));
console.log('both are up, and this process has not been back to its loop');
writeFileSync('go', 'now');
const nothing = new Int32Array(new SharedArrayBuffer(4));
while (!(existsSync('a.done') && existsSync('b.done'))) Atomics.wait(nothing, 0, 0, 5);
console.log(readFileSync('a.done', 'utf8'), readFileSync('b.done', 'utf8'));
console.log(await Promise.all(ends));
