/** The life of a run, with the browser engine under it. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine, Files } from '../../src/sandbox/engine.ts';
import { engines } from '../../src/sandbox/registry.ts';
import { startRun } from '../../src/sandbox/run.ts';
import { follow } from './follow-run.ts';

let engine: Engine;
beforeAll(async () => {
  const loaded = await engines.browser?.load();
  if (!loaded) throw new Error('There is no browser engine.');
  engine = loaded;
});
const run = (main: string, more: Files = {}, timeLimitMs = 20_000) =>
  follow(engine, { files: { 'main.js': main, ...more }, entry: 'main.js' }, timeLimitMs);

describe('a run', () => {
  test('goes from booting over running to its end', async () => {
    const hello = run(`console.log('hello')`);
    expect(await hello.outcome).toEqual({ type: 'exited', code: 0 });
    expect(hello.stdout()).toBe('hello\n');
    expect(hello.states.filter((state, i, all) => state !== all[i - 1])).toEqual([
      'booting',
      'running',
      'ended',
    ]);
  });

  test('is stopped in the middle of a hot loop, and keeps what was printed', async () => {
    const hot = run(`console.log('before'); while (true) {}`);
    await hot.printed('before');
    hot.stop();
    expect(await hot.outcome).toEqual({ type: 'stopped' });
    expect(hot.stdout()).toBe('before\n');
    expect(hot.states.slice(-2)).toEqual(['stopping', 'ended']);
  });

  test('is stopped while it boots', async () => {
    const early = run(`console.log('never')`);
    early.stop();
    expect(await early.outcome).toEqual({ type: 'stopped' });
    expect(early.stdout()).toBe('');
  });

  test('ends at its time limit, whatever the program does', async () => {
    const endless = run(`while (true) {}`, {}, 300);
    expect(await endless.outcome).toEqual({ type: 'timed-out', limitMs: 300 });
  });

  test('shows output while the program blocks', async () => {
    const blocked = run(`
      console.log('first');
      const end = Date.now() + 60_000;
      while (Date.now() < end);
    `);
    await blocked.printed('first');
    expect(blocked.states.at(-1)).toBe('running');
    blocked.stop();
    await blocked.outcome;
  });

  test('can follow another, in a sandbox that is as clean as before', async () => {
    const write = `
      import { existsSync, writeFileSync } from 'node:fs';
      console.log(existsSync('left-behind'), globalThis.left);
      writeFileSync('left-behind', 'x'); globalThis.left = 1;
    `;
    for (let time = 0; time < 3; time++) {
      const again = run(write);
      expect(await again.outcome).toEqual({ type: 'exited', code: 0 });
      expect(again.stdout()).toBe('false undefined\n');
    }
  });

  test('is one of many when Run is pressed many times', async () => {
    const runs = Array.from({ length: 8 }, (_, index) => run(`console.log('run', ${index})`));
    runs.forEach((each, index) => {
      if (index % 2 === 1) each.stop();
    });
    for (const [index, each] of runs.entries()) {
      const outcome = await each.outcome;
      if (index % 2 === 1) expect(outcome.type).toBe('stopped');
      else {
        expect(outcome).toEqual({ type: 'exited', code: 0 });
        expect(each.stdout()).toBe(`run ${index}\n`);
      }
    }
  });

  test('takes input', async () => {
    const echo = run(`
      process.stdin.on('data', (text) => { console.log('got', String(text).trim()); process.stdin.unref(); });
      console.log('ready');
    `);
    await echo.printed('ready');
    echo.write('words\n');
    expect(await echo.outcome).toEqual({ type: 'exited', code: 0 });
    expect(echo.stdout()).toBe('ready\ngot words\n');
  });

  test('reports the trace of all threads on one clock', async () => {
    const traced = run(
      `
      import { Worker } from 'node:worker_threads';
      performance.mark('main is here', { detail: { answer: 42 } });
      new Worker(new URL('./worker.js', import.meta.url));
      `,
      { 'worker.js': `performance.mark('worker is here')` },
    );
    expect(await traced.outcome).toEqual({ type: 'exited', code: 0 });
    expect(traced.stdout()).toBe('');
    const marks = traced.trace.filter((event) => event.type === 'mark');
    expect(marks).toMatchObject([
      { lane: 'main', name: 'main is here', detail: { answer: 42 } },
      { lane: 'worker 1', name: 'worker is here' },
    ]);
    const [first, second] = marks;
    expect(first?.at).toBeGreaterThan(0);
    expect(second?.at).toBeGreaterThan(first?.at ?? Number.NaN);
  });
});

describe('a flood of output', () => {
  test('arrives whole and in order, in bounded portions', async () => {
    const LINES = 50_000;
    const flood = run(`for (let i = 0; i < ${LINES}; i++) console.log('line', i)`);
    expect(await flood.outcome).toEqual({ type: 'exited', code: 0 });
    const lines = flood.stdout().trimEnd().split('\n');
    expect(lines.length).toBe(LINES);
    expect(lines.findIndex((line, i) => line !== `line ${i}`)).toBe(-1);
    expect(Math.max(...flood.portions)).toBeLessThan(1_000_000);
  });

  test('without an end leaves the page its turns, and is stopped', async () => {
    const endless = run(`for (let i = 0; ; i++) console.log('line', i)`);
    await endless.printed('line 20000\n');
    // The page gets to run timers of its own between the portions.
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve));
    endless.stop();
    expect(await endless.outcome).toEqual({ type: 'stopped' });
  });
});

describe('the output of a worker', () => {
  const worker = `
    import { workerData } from 'node:worker_threads';
    const line = 'x'.repeat(200_000);
    for (let i = 0; i < 40; i++) {
      console.log(line);
      Atomics.add(workerData, 0, 1);
    }
    Atomics.store(workerData, 1, 1);
    Atomics.notify(workerData, 1);
  `;

  test('makes it wait for a parent that blocks, and arrives whole', async () => {
    const flood = run(
      `
      import { Worker } from 'node:worker_threads';
      const shared = new Int32Array(new SharedArrayBuffer(8));
      new Worker('./worker.js', { workerData: shared });
      const isDone = Atomics.wait(shared, 1, 0, 1000) !== 'timed-out';
      console.log(isDone ? 'all at once' : 'held', shared[0] < 10);
      `,
      { 'worker.js': worker },
    );
    expect(await flood.outcome).toEqual({ type: 'exited', code: 0 });
    expect(flood.stdout().slice(0, 10)).toBe('held true\n');
    expect(flood.stdout().length).toBe(10 + 40 * 200_001);
  });

  test('without an end is stopped', async () => {
    const endless = run(
      `import { Worker } from 'node:worker_threads'; new Worker('./worker.js');`,
      { 'worker.js': `for (let i = 0; ; i++) console.log('line', i)` },
    );
    await endless.printed('line 20000\n');
    endless.stop();
    expect(await endless.outcome).toEqual({ type: 'stopped' });
  });
});

describe('a program of ill will', () => {
  test('that starts threads without end is held to a limit', async () => {
    const bomb = run(`
      import { Worker } from 'node:worker_threads';
      for (let i = 0; i < 80; i++) {
        const worker = new Worker('setInterval(() => {}, 1000)', { eval: true });
        worker.on('error', ({ code, message }) => { console.log(code, message); process.exit(); });
      }
    `);
    expect(await bomb.outcome).toEqual({ type: 'exited', code: 0 });
    expect(bomb.stdout()).toMatch(
      /^ERR_WORKER_INIT_FAILED .*more than 64 threads at a time, the limit of the browser engine.*Use fewer/,
    );
  });
});

test('a run whose engine is thrown away by another one says so', async () => {
  const victim = run(`console.log('here'); setInterval(() => undefined, 1000)`);
  await victim.printed('here');
  const { signal } = new AbortController();
  const sandbox = await engine.boot({ signal, onProgress: () => undefined });
  await sandbox.dispose();
  expect(await victim.outcome).toEqual({
    type: 'crashed',
    message: 'The page ended the engine, and with it every program that it was running.',
  });
  expect(await run('').outcome).toEqual({ type: 'exited', code: 0 });
});

test('a run whose sandbox is ended by the browser says so, and the next one is well', async () => {
  const victim = run(`console.log('here'); setInterval(() => undefined, 1000)`);
  await victim.printed('here');
  for (const frame of document.querySelectorAll('iframe[title=Sandbox]')) frame.remove();
  expect(await victim.outcome).toEqual({
    type: 'crashed',
    message: expect.stringContaining('The browser ended the sandbox'),
  });
  expect(victim.stdout()).toBe('here\n');
  expect(await run('').outcome).toEqual({ type: 'exited', code: 0 });
});

describe('startRun', () => {
  test('gives the engine’s own reason where there is none to be had', async () => {
    const { EngineUnavailable } = await import('../../src/sandbox/engine.ts');
    const states: string[] = [];
    const { outcome } = startRun({
      engine: {
        id: 'browser',
        support: () => ({ ok: false, reason: 'No workers here.', remedy: 'Use another browser.' }),
        boot: () => Promise.reject(new Error('must not be called')),
      },
      program: { files: {}, entry: 'main.js' },
      timeLimitMs: 1000,
      onState: (state) => states.push(state),
      onOutput: () => undefined,
      onTrace: () => undefined,
    });
    await expect(outcome).rejects.toBeInstanceOf(EngineUnavailable);
    await expect(outcome).rejects.toMatchObject({ message: 'No workers here.' });
    expect(states).toEqual(['booting', 'ended']);
  });
});
