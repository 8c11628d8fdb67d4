/** Several processes in one run: what no program can show by itself, since it is about how they are ended. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createBrowserEngine } from '../../src/sandbox/browser/engine.ts';
import type { Engine, Files } from '../../src/sandbox/engine.ts';
import { keepingSandbox } from '../../src/sandbox/kept-sandbox.ts';
import { engines } from '../../src/sandbox/registry.ts';
import { type Followed, follow } from './follow-run.ts';

let engine: Engine;
beforeAll(async () => {
  const loaded = await engines.browser?.load();
  if (!loaded) throw new Error('There is no browser engine.');
  engine = loaded;
});
const run = (main: string, more: Files = {}, timeLimitMs = 20_000) =>
  follow(engine, { files: { 'main.js': main, ...more }, entry: 'main.js' }, timeLimitMs);

/** A process with children down to a depth, each with a thread, all of them busy. */
const tree = `
  import { spawn } from 'node:child_process';
  import { Worker } from 'node:worker_threads';
  const depth = Number(process.argv[2] ?? 0);
  process.on('SIGTERM', () => undefined);
  new Worker('for (;;);', { eval: true });
  if (depth < 2) for (let i = 0; i < 2; i++) spawn(process.execPath, ['main.js', depth + 1], { stdio: 'inherit' });
  console.log('up', depth);
  if (depth > 0) for (;;);
`;
const allAreUp = async (program: Followed) => {
  for (const depth of [0, 1, 2]) await program.printed(`up ${depth}\n`);
};

describe('a run with a tree of processes', () => {
  test('is stopped at once, whatever they do', async () => {
    const busy = run(tree);
    await allAreUp(busy);
    busy.stop();
    expect(await busy.outcome).toEqual({ type: 'stopped' });
    await leavesRoom();
  });

  test('ends at its time limit', async () => {
    const endless = run(tree, {}, 1500);
    expect(await endless.outcome).toEqual({ type: 'timed-out', limitMs: 1500 });
    await leavesRoom();
  });

  test('goes on without the first process while somebody could print', async () => {
    const program = run(
      `
      import { spawn } from 'node:child_process';
      spawn(process.execPath, ['child.js'], { stdio: ['ignore', 'inherit', 'ignore'] }).unref();
      console.log('first is over');
      process.exit(4);
      `,
      { 'child.js': `setTimeout(() => console.log('second is over'), 50)` },
    );
    expect(await program.outcome).toEqual({ type: 'exited', code: 4 });
    expect(program.stdout()).toBe('first is over\nsecond is over\n');
  });

  test('is over when the rest of them are cut off from the page', async () => {
    const program = run(`
      import { spawn } from 'node:child_process';
      spawn(process.execPath, ['-e', 'for (;;);'], { detached: true, stdio: 'ignore' }).unref();
    `);
    expect(await program.outcome).toEqual({ type: 'exited', code: 0 });
    await leavesRoom();
  });
});

/** Whether nothing of the last run takes up the threads of the next one. */
async function leavesRoom(): Promise<void> {
  const next = run(`
    import { spawnSync } from 'node:child_process';
    console.log(spawnSync(process.execPath, ['-e', 'console.log(process.pid)'], { encoding: 'utf8' }).stdout);
  `);
  expect(await next.outcome).toEqual({ type: 'exited', code: 0 });
  expect(next.stdout().trim()).toMatch(/^\d+$/);
}

describe('a program that starts processes without end', () => {
  const bomb = `
    import { fork } from 'node:child_process';
    const child = fork('main.js');
    child.on('error', (error) => { console.log(error.code, error.message); process.exit(9); });
    setInterval(() => undefined, 1000);
  `;

  test('is held to a limit that says what to do', async () => {
    const chain = run(bomb);
    await chain.printed('EAGAIN');
    expect(chain.stdout()).toMatch(
      /EAGAIN spawn \/usr\/bin\/node EAGAIN: more than \d+ processes at a time, the limit of the browser engine\. Wait/,
    );
    chain.stop();
    expect(await chain.outcome).toEqual({ type: 'stopped' });
  });

  test('in a loop is held to it as well, and an error that nobody handles ends it', async () => {
    const loop = run(`
      import { spawn } from 'node:child_process';
      for (let i = 0; i < 100; i++) spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    `);
    expect(await loop.outcome).toEqual({ type: 'exited', code: 1 });
    expect(loop.stderr()).toContain('processes at a time, the limit of the browser engine');
  });

  test('is stopped while it does so', async () => {
    const endless = run(`
      import { spawn } from 'node:child_process';
      for (;;) spawn(process.execPath, ['-e', 'console.log("up"); for (;;);'], { stdio: 'inherit' }).on('error', () => undefined);
    `);
    await endless.printed('up');
    endless.stop();
    expect(await endless.outcome).toEqual({ type: 'stopped' });
    await leavesRoom();
  });
});

describe('limits between processes', () => {
  test('a process that sends without end to one that does not read is ended', async () => {
    const program = run(
      `
      import { fork } from 'node:child_process';
      const child = fork('child.js');
      child.on('message', () => { const end = Date.now() + 60_000; while (child.exitCode === null && Date.now() < end); });
      `,
      { 'child.js': `for (;;) process.send('x')` },
    );
    const ended = (async () => {
      while (!program.stderr().includes('messages wait to be received')) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    await Promise.race([ended, program.outcome]);
    expect(program.stderr()).toContain('the limit of the browser engine');
    program.stop();
    expect(await program.outcome).toEqual({ type: 'stopped' });
  });

  test('arguments have a limit', async () => {
    const program = run(`
      import { spawnSync } from 'node:child_process';
      const { error } = spawnSync(process.execPath, ['main.js', 'x'.repeat(3_000_000)]);
      console.log(error.code, error.message);
    `);
    expect(await program.outcome).toEqual({ type: 'exited', code: 0 });
    expect(program.stdout()).toContain('E2BIG');
    expect(program.stdout()).toContain('Hand the data over in a file or a message');
  });
});

test('the trace has a lane for every process, also for one whose output goes into a pipe', async () => {
  const traced = run(
    `
    import { fork, spawn } from 'node:child_process';
    const child = spawn(process.execPath, ['child.js'], { stdio: 'pipe' });
    let text = '';
    child.stdout.on('data', (part) => { text += part; });
    child.on('close', () => {
      console.log(JSON.stringify(text), child.pid);
      const endless = fork('endless.js');
      endless.on('message', () => endless.kill('SIGKILL'));
    });
    `,
    {
      'child.js': `performance.mark('child is here'); console.log('printed')`,
      'endless.js': `process.send('up'); for (;;);`,
    },
  );
  expect(await traced.outcome).toEqual({ type: 'exited', code: 0 });
  const [, text, pid] = /^(".*") (\d+)\n$/.exec(traced.stdout()) ?? [];
  expect(text).toBe('"printed\\n"');
  expect(traced.trace).toContainEqual(
    expect.objectContaining({ type: 'mark', lane: `process ${pid}`, name: 'child is here' }),
  );
  const closed = traced.trace.filter((event) => event.type === 'lane' && event.state === 'closed');
  expect(closed).toContainEqual(expect.objectContaining({ lane: `process ${pid}`, exitCode: 0 }));
  expect(closed).toContainEqual(expect.objectContaining({ signal: 'SIGKILL' }));
  expect(traced.trace).toContainEqual(expect.objectContaining({ type: 'kill', signal: 'SIGKILL' }));
});

test('processes run where there is no shared memory, but for those that are waited for', async () => {
  const poor = keepingSandbox(createBrowserEngine({ sharedMemory: false }));
  const main = `
    import { fork, spawnSync } from 'node:child_process';
    if (process.argv[2] === 'child') {
      process.on('message', (message) => { console.log('child got', message); process.disconnect(); });
    } else {
      const child = fork('main.js', ['child'], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
      child.on('spawn', () => console.log(child.pid > 0));
      child.stdout.on('data', (text) => console.log(String(text).trim()));
      child.on('close', (code) => {
        console.log('close', code);
        try { spawnSync('node', ['main.js']); } catch (error) { console.log(error.message); }
      });
      child.send('hello');
    }
  `;
  const program = follow(poor, { files: { 'main.js': main }, entry: 'main.js' }, 20_000);
  const outcome = await program.outcome;
  expect(program.stderr()).toBe('');
  expect(outcome).toEqual({ type: 'exited', code: 0 });
  expect(program.stdout()).toContain(
    'true\nchild got hello\nclose 0\nchild_process.*Sync is not part',
  );
});
