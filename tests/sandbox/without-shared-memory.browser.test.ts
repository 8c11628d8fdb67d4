/** Where the browser gives no shared memory: most programs run, the others say what is missing. */
import { expect, test } from 'vitest';
import { createBrowserEngine } from '../../src/sandbox/browser/engine.ts';
import { keepingSandbox } from '../../src/sandbox/kept-sandbox.ts';
import { follow } from './follow-run.ts';

const poor = createBrowserEngine({ sharedMemory: false });
const engine = keepingSandbox(poor);
const run = (main: string) =>
  follow(engine, { files: { 'main.js': main }, entry: 'main.js' }, 20_000);

test('the engine says what will not work', () => {
  expect(poor.support()).toMatchObject({
    ok: true,
    limits: expect.stringContaining('SharedArrayBuffer'),
  });
});

test('timers, threads, messages and asynchronous files work', async () => {
  const program = run(`
    import { Worker, isMainThread, parentPort } from 'node:worker_threads';
    import { readFile, writeFile } from 'node:fs/promises';
    import { once } from 'node:events';
    if (isMainThread) {
      await writeFile('note', 'kept');
      const worker = new Worker(new URL(import.meta.url));
      const exited = once(worker, 'exit');
      console.log(...(await once(worker, 'message')), await readFile('note', 'utf8'));
      console.log('exit', ...(await exited));
    } else parentPort.postMessage('from the worker');
  `);
  expect(await program.outcome).toEqual({ type: 'exited', code: 0 });
  expect(program.stdout()).toBe('from the worker kept\nexit 0\n');
});

test('what was printed before a hot loop is seen, and the loop is stopped', async () => {
  const hot = run(`console.log('before'); while (true) {}`);
  await hot.printed('before');
  hot.stop();
  expect(await hot.outcome).toEqual({ type: 'stopped' });
});

test('process.exit() ends the program where it stands', async () => {
  const left = run(`
    try { console.log('a'); process.exit(3); } finally { console.log('NO'); }
  `);
  expect(await left.outcome).toEqual({ type: 'exited', code: 3 });
  expect(left.stdout()).toBe('a\n');
});

test('a flood arrives in order, and what cannot be shown is said to be left out', async () => {
  const flood = run(`for (let i = 0; i < 20000; i++) console.log('line', i)`);
  expect(await flood.outcome).toEqual({ type: 'exited', code: 0 });
  const lines = flood.stdout().trimEnd().split('\n');
  expect(lines.findIndex((line, i) => line !== `line ${i}`)).toBe(-1);
});

test('a worker that prints too much in one go is cut short, and that is said', async () => {
  const flood = run(`
    import { Worker, isMainThread } from 'node:worker_threads';
    if (isMainThread) new Worker(new URL(import.meta.url));
    else {
      for (let i = 0; i < 30; i++) console.log('x'.repeat(100_000));
      setTimeout(() => console.log('and goes on'), 10);
    }
  `);
  expect(await flood.outcome).toEqual({ type: 'exited', code: 0 });
  expect(flood.stdout().length).toBeLessThan(1_500_000);
  expect(flood.stdout()).toContain('the rest is left out');
  expect(flood.stdout()).toContain('and goes on');
});

test.for([
  ['SharedArrayBuffer', 'new SharedArrayBuffer(4)'],
  ['fs.*Sync', `(await import('node:fs')).readFileSync('main.js')`],
])('%s fails with the reason', async ([name, code]) => {
  const program = run(code ?? '');
  expect(await program.outcome).toEqual({ type: 'exited', code: 1 });
  expect(program.stderr()).toContain(
    `Error [ERR_NOT_IN_BROWSER_ENGINE]: ${name} is not part of the browser engine: this browser gives the sandbox no shared memory`,
  );
});
