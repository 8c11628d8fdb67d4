// What a thread or a process leaves open is closed when it ends.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, readSync, unlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

writeFileSync('shared.txt', 'still there');
const leaving = `
  const { openSync } = require('node:fs');
  for (let times = 0; times < 700; times++) openSync('shared.txt');
`;
// More than may be open at a time, if those of the first were still open.
for (let round = 0; round < 2; round++) {
  const { status, stderr } = spawnSync(process.execPath, ['-e', leaving]);
  console.log('process', status, String(stderr));
}
for (let round = 0; round < 2; round++) {
  const [code] = await once(new Worker(leaving, { eval: true }), 'exit');
  console.log('thread', code);
}

// What others have open stays open, also without a name.
const fd = openSync('shared.txt', 'r');
await once(new Worker(leaving.replace('700', '1'), { eval: true }), 'exit');
unlinkSync('shared.txt');
const bytes = Buffer.alloc(20);
console.log(bytes.toString('utf8', 0, readSync(fd, bytes)));
closeSync(fd);
try {
  readFileSync('shared.txt');
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code);
}
