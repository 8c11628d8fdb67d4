/** What a program could take without end has a bound, and an error that says which, and what to do. */
import { expect, test } from 'vitest';
import { createBrowserEngine } from '../../../src/sandbox/browser/engine.ts';
import { limits } from '../../../src/sandbox/browser/wire/limits.ts';
import { keepingSandbox } from '../../../src/sandbox/kept-sandbox.ts';
import { follow } from '../follow-run.ts';

const engine = keepingSandbox(createBrowserEngine({ sharedMemory: false }));
const idle = 'setInterval(() => {}, 1000)';

/** Each goes over one limit, and prints the error that comes of it. That of threads is tried in `run.browser.test.ts`. */
const programs: Readonly<Record<string, readonly [words: string, program: string]>> = {
  processes: [
    `EAGAIN spawn /usr/bin/node EAGAIN: more than ${limits.processes} processes at a time`,
    `import { spawn } from 'node:child_process';
     for (let i = 0; i < ${limits.processes}; i++) spawn(process.execPath, ['-e', '${idle}']).on('error', say);`,
  ],
  'what a process is started with': [
    `E2BIG spawn /usr/bin/node E2BIG: arguments and environment of more than ${limits.argumentCharacters} characters`,
    `import { spawn } from 'node:child_process';
     spawn(process.execPath, ['-e', '0', 'x'.repeat(${limits.argumentCharacters})]).on('error', say);`,
  ],
  'bytes in files': [
    `ENOSPC ENOSPC: no space left on device, write 'b' (more than ${limits.fileBytes / 2 ** 20} MB in all files together`,
    `import { writeFile } from 'node:fs/promises';
     const half = new Uint8Array(${limits.fileBytes / 2});
     await writeFile('a', half);
     await writeFile('b', half).catch(say);`,
  ],
  'open files': [
    `EMFILE EMFILE: too many open files, open 'main.js' (more than ${limits.openFiles} files open at a time`,
    `import { open, writeFile } from 'node:fs/promises';
     const kept = [];
     for (let i = 0; i < ${limits.openFiles}; i++) {
       await writeFile('f' + i, '');
       kept.push(await open('f' + i));
     }
     await open('main.js').catch(say);`,
  ],
  servers: [
    `EMFILE listen EMFILE: too many open files 127.0.0.1:0 (more than ${limits.servers} servers at a time`,
    `import { createServer } from 'node:http';
     for (let i = 0; i <= ${limits.servers}; i++) createServer().on('error', say).listen(0, '127.0.0.1');`,
  ],
  'requests without an answer': [
    `EMFILE connect EMFILE 127.0.0.1:8080 (more than ${limits.links} requests without their whole answer at a time`,
    `import { createServer, request } from 'node:http';
     await new Promise((resolve) => createServer(() => {}).listen(8080, resolve));
     for (let i = 0; i <= ${limits.links}; i++) request('http://localhost:8080/').on('error', say).end();`,
  ],
};

test.for(Object.entries(programs))('the limit on %s says so', async ([, [words, program]]) => {
  const say = `const say = ({ code, message }) => { console.log(code, message); process.exit(); };`;
  const main = `${say}\n${program}\nsetInterval(() => {}, 1000);`;
  const run = follow(engine, { files: { 'main.js': main }, entry: 'main.js' }, 25_000);
  await run.outcome;
  const said = run.stdout() + run.stderr();
  expect(said).toContain(words);
  expect(said).toMatch(/the limit of the browser engine.*\. [A-Z]/s);
});
