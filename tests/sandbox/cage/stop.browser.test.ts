/** Whatever a program does, Stop and the time limit end it at once, and the next run is as good as the first. */
import { describe, expect, test } from 'vitest';
import { createBrowserEngine } from '../../../src/sandbox/browser/engine.ts';
import type { Engine } from '../../../src/sandbox/engine.ts';
import { keepingSandbox } from '../../../src/sandbox/kept-sandbox.ts';
import { follow } from '../follow-run.ts';

/** Each prints `here` and then goes on without an end. */
const programs: Readonly<Record<string, string>> = {
  'a hot loop': `console.log('here'); for (;;);`,
  'a loop in a finally': `console.log('here'); for (;;) { try { throw 0; } finally { continue; } }`,
  'a worker in a hot loop': `
    import { Worker } from 'node:worker_threads';
    new Worker('console.log("here"); for (;;);', { eval: true });`,
  'threads in hot loops, and a parent that waits for them': `
    import { Worker } from 'node:worker_threads';
    const memory = new Int32Array(new SharedArrayBuffer(4));
    for (let i = 0; i < 6; i++) new Worker('for (;;);', { eval: true });
    console.log('here');
    Atomics.wait(memory, 0, 0);`,
  'all threads spinning on one place in memory': `
    import { Worker } from 'node:worker_threads';
    const memory = new Int32Array(new SharedArrayBuffer(4));
    const spin = 'while (Atomics.load(require("node:worker_threads").workerData, 0) < 1e9);';
    for (let i = 0; i < 6; i++) new Worker(spin, { eval: true, workerData: memory });
    console.log('here');
    while (Atomics.load(memory, 0) < 1e9);`,
  'a thousand workers': `
    import { Worker } from 'node:worker_threads';
    console.log('here');
    for (let i = 0; i < 1000; i++) new Worker('for (;;);', { eval: true }).on('error', () => {});
    for (;;);`,
  'a loop in WebAssembly': `
    console.log('here');
    // (module (func (export "f") (loop (br 0))))
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0,
      10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11];
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes))).exports.f();`,
  'a wait for ever': `
    console.log('here');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`,
  'a flood of output': `for (;;) console.log('here');`,
  'a flood of output without line ends': `for (;;) process.stdout.write('here ' + 'x'.repeat(10000));`,
  'a flood of output from many threads': `
    import { Worker } from 'node:worker_threads';
    for (let i = 0; i < 6; i++) new Worker('for (;;) console.log("here");', { eval: true });
    for (;;) console.log('here');`,
  'a thread bomb': `
    import { Worker } from 'node:worker_threads';
    console.log('here');
    const bomb = 'const { Worker } = require("node:worker_threads");' +
      'for (;;) try { new Worker(workerData, { eval: true, workerData: workerData }) } catch {}';
    const text = 'const { workerData } = require("node:worker_threads");' + bomb;
    for (let i = 0; i < 4; i++) new Worker(text, { eval: true, workerData: text }).on('error', () => {});`,
  'a fork bomb': `
    import { fork } from 'node:child_process';
    console.log('here');
    const again = () => {
      try {
        for (let i = 0; i < 3; i++) fork('./main.js').on('error', () => {}).on('exit', again);
      } catch {}
    };
    again();`,
  'processes in hot loops that ignore signals': `
    import { fork } from 'node:child_process';
    process.on('SIGTERM', () => {});
    if (process.argv[2] === 'child') { console.log('here'); for (;;); }
    for (let i = 0; i < 5; i++) fork('./main.js', ['child']);
    for (;;) await new Promise((resolve) => setTimeout(resolve, 10));`,
  'a program that waits for a program that does not end': `
    import { spawnSync } from 'node:child_process';
    if (process.argv[2] === 'child') for (;;);
    console.log('here');
    spawnSync(process.execPath, ['main.js', 'child']);`,
  'threads that come and go': `
    import { Worker } from 'node:worker_threads';
    console.log('here');
    for (;;) {
      const worker = new Worker('0', { eval: true });
      worker.on('error', () => {});
      await Promise.race([worker.terminate(), new Promise(setImmediate)]);
    }`,
  'next ticks for ever': `console.log('here'); const again = () => process.nextTick(again); again();`,
  'microtasks for ever': `console.log('here'); const again = () => queueMicrotask(again); again();`,
  'awaits for ever': `console.log('here'); for (;;) await null;`,
  'immediates without number': `
    console.log('here');
    const again = () => { setImmediate(again); setImmediate(() => {}); };
    again();`,
  'files in a loop': `
    import { writeFileSync, readFileSync } from 'node:fs';
    console.log('here');
    for (;;) { writeFileSync('a', 'x'.repeat(1000)); readFileSync('a'); }`,
  'files without waiting for any': `
    import { readFile } from 'node:fs/promises';
    console.log('here');
    for (;;) readFile('main.js').catch(() => {});`,
  'imports without waiting for any': `
    console.log('here');
    for (let i = 0; ; i++) import('./main.js?' + i).catch(() => {});`,
  'messages without waiting for an answer': `
    import { Worker } from 'node:worker_threads';
    const worker = new Worker('require("node:worker_threads").parentPort.on("message", () => {})', { eval: true });
    console.log('here');
    const message = 'x'.repeat(1000);
    for (let i = 0; i < 300000; i++) worker.postMessage(message);
    for (;;);`,
  'threads that answer each other for ever': `
    import { Worker } from 'node:worker_threads';
    const echo = 'const { parentPort } = require("node:worker_threads");' +
      'parentPort.on("message", (value) => { parentPort.postMessage(value); parentPort.postMessage(value); })';
    for (let i = 0; i < 3; i++) {
      const worker = new Worker(echo, { eval: true });
      worker.on('message', (value) => worker.postMessage(value));
      for (let j = 0; j < 100; j++) worker.postMessage(j);
    }
    console.log('here');`,
  'a thread that writes to itself': `
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => { port1.postMessage(1); port1.postMessage(1); };
    port1.postMessage(1);
    console.log('here');`,
  'a broadcast without end': `
    import { Worker } from 'node:worker_threads';
    const listen = 'new BroadcastChannel("storm").onmessage = () => {}';
    for (let i = 0; i < 3; i++) new Worker(listen, { eval: true });
    const channel = new BroadcastChannel('storm');
    console.log('here');
    for (;;) channel.postMessage('x'.repeat(100));`,
  'requests without waiting for an answer': `
    import { createServer } from 'node:http';
    const server = createServer((request, response) => response.end('x'));
    await new Promise((resolve) => server.listen(8080, resolve));
    console.log('here');
    for (;;) fetch('http://localhost:8080/').catch(() => {});`,
  'an exit handler that does not end': `
    process.on('exit', () => { console.log('here'); for (;;); });`,
  'a beforeExit handler that always finds something': `
    console.log('here');
    process.on('beforeExit', () => setImmediate(() => {}));`,
  'a signal handler that ignores': `
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => {});
    console.log('here');
    setInterval(() => {}, 1000);`,
  'rejections that nobody handles': `
    process.on('unhandledRejection', () => {});
    console.log('here');
    for (;;) { Promise.reject(new Error('x')); await null; }`,
  'errors that are caught and thrown again': `
    process.on('uncaughtException', () => { setImmediate(() => { throw new Error('again'); }); });
    console.log('here');
    throw new Error('first');`,
  'recursion without an end': `
    console.log('here');
    const deeper = () => { try { deeper(); } finally { deeper(); } };
    deeper();`,
  'promises that make promises': `
    console.log('here');
    const again = () => Promise.all([again2(), again2()]);
    const again2 = async () => { await null; return again(); };
    again();`,
  'data that is copied for ever': `
    console.log('here');
    let value = [1];
    for (let i = 0; i < 20; i++) value = [structuredClone(value), structuredClone(value)];
    for (;;) structuredClone(value);`,
  'numbers that take for ever': `
    console.log('here');
    3n ** 100_000_000n;`,
  'a text that takes for ever to sort': `
    console.log('here');
    for (;;) Array.from({ length: 1e6 }, (_, i) => String(i)).sort((a, b) => a.localeCompare(b));`,
  'a pattern that takes for ever': `
    console.log('here');
    /^(a+)+$/.test('a'.repeat(60) + '!');`,
  'timers of no time': `
    console.log('here');
    for (let i = 0; i < 1000; i++) setInterval(() => {}, 0);`,
};

const needsSharedMemory = (program: string) => /SharedArrayBuffer|Sync\b/.test(program);

function counted(engine: Engine): { engine: Engine; boots(): number } {
  let boots = 0;
  return {
    boots: () => boots,
    engine: keepingSandbox({
      ...engine,
      boot(options) {
        boots++;
        return engine.boot(options);
      },
    }),
  };
}

const engines = {
  'with shared memory': counted(createBrowserEngine()),
  'without shared memory': counted(createBrowserEngine({ sharedMemory: false })),
};

describe.for(Object.entries(engines))('%s', ([kind, { engine, boots }]) => {
  const run = (main: string, timeLimitMs = 25_000) =>
    follow(engine, { files: { 'main.js': main }, entry: 'main.js' }, timeLimitMs);
  const wanted = Object.entries(programs).filter(
    ([, program]) => kind === 'with shared memory' || !needsSharedMemory(program),
  );

  test.for(wanted)('Stop ends %s', async ([, program]) => {
    await run(`console.log('booted')`).outcome;
    const before = boots();
    const endless = run(program);
    await endless.printed('here');
    endless.stop();
    expect(await endless.outcome, endless.stderr()).toEqual({ type: 'stopped' });
    const next = run(`console.log('next')`);
    expect(await next.outcome).toEqual({ type: 'exited', code: 0 });
    expect(next.stdout()).toBe('next\n');
    // The host itself ended it: nobody had to wait until the whole sandbox was thrown away.
    expect(boots()).toBe(before);
  });

  test('so does the time limit', async () => {
    const endless = run(programs['a flood of output'] ?? '', 500);
    expect(await endless.outcome).toEqual({ type: 'timed-out', limitMs: 500 });
    expect(await run(``).outcome).toEqual({ type: 'exited', code: 0 });
  });
});
