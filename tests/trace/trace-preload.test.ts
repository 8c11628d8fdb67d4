import { describe, expect, test } from 'vitest';
import type { TraceEvent } from '../../src/trace/trace-event.ts';
import { runTraced } from './run-traced.ts';

type Of<Type> = TraceEvent extends infer Event
  ? Event extends TraceEvent
    ? Type extends Event['type']
      ? Event
      : never
    : never
  : never;
const of = <Type extends TraceEvent['type']>(
  events: readonly TraceEvent[],
  type: Type,
): Of<Type>[] => events.filter((event): event is Of<Type> & TraceEvent => event.type === type);

const WORK = `
  const start = performance.now();
  while (performance.now() - start < 150);
  performance.measure('work', { start, detail: { part: 1, deep: { dropped: true } } });
`;

describe('the preload on Node', { timeout: 30_000 }, () => {
  test('reports marks and measures, and leaves the output alone', async () => {
    const main = `
      console.log('before');
      ${WORK}
      performance.mark('result', { detail: { answered: 3, text: 'x'.repeat(5_000) } });
      console.log('after');
    `;
    const run = await runTraced({ 'main.ts': main });
    expect(run).toMatchObject({ text: 'before\nafter\n', stderr: '', code: 0 });
    const begin = of(run.events, 'begin').find((event) => event.name === 'work');
    const end = of(run.events, 'end').find((event) => event.id === begin?.id);
    expect(begin).toMatchObject({ lane: 'main', detail: { part: 1 } });
    expect(begin).not.toHaveProperty('detail.deep');
    expect((end?.at ?? 0) - (begin?.at ?? 0)).toBeGreaterThanOrEqual(149);
    expect(of(run.events, 'mark')).toMatchObject([{ name: 'result', detail: { answered: 3 } }]);
  });

  test('reports that the loop was blocked, also when the program ends with it', async () => {
    for (const after of ['', 'process.exit(0);', 'setTimeout(() => {}, 60);']) {
      const { events } = await runTraced({ 'main.ts': WORK + after });
      const [begin] = of(events, 'begin');
      const blocked = of(events, 'blocked').find(
        ({ at, durationMs }) => begin && at <= begin.at + 1 && at + durationMs >= begin.at + 140,
      );
      expect(blocked, `after the work: ${after || 'nothing'}`).toMatchObject({ lane: 'main' });
    }
  });

  test('gives signs of life while the loop turns, and none while it does not', async () => {
    const main = `
      const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
      await sleep(350);
      performance.mark('hot');
      const start = performance.now();
      while (performance.now() - start < 350);
      performance.mark('free');
      await sleep(350);
    `;
    const { events } = await runTraced({ 'main.ts': main });
    const [hot, free] = of(events, 'mark').map(({ at }) => at);
    if (hot === undefined || free === undefined) throw new Error('The marks are missing');
    const signs = of(events, 'lane')
      .filter(({ state }) => state === 'open')
      .map(({ at }) => at);
    expect(signs.filter((at) => at < hot)).not.toEqual([]);
    expect(signs.filter((at) => at > hot && at < free)).toEqual([]);
    expect(signs.filter((at) => at > free)).not.toEqual([]);
  });

  test('tells the same times however the performance object was reached', async () => {
    const main = `
      import { performance as imported } from 'node:perf_hooks';
      imported.mark('imported');
      globalThis.performance.mark('global', { startTime: 5 });
      console.log(imported.getEntriesByType('mark').length, performance.mark.name);
    `;
    const { events, text } = await runTraced({ 'main.ts': main });
    expect(of(events, 'mark').map((mark) => mark.name)).toEqual(['imported', 'global']);
    expect(of(events, 'mark')[1]?.at).toBe(5);
    expect(text).toMatch(/^2 /);
  });

  test('gives every thread a lane, with its messages, its end and its exit code', async () => {
    const main = `
      import { once } from 'node:events';
      import { Worker, isMainThread, parentPort } from 'node:worker_threads';
      if (isMainThread) {
        const good = new Worker(new URL(import.meta.url));
        good.postMessage('go');
        await once(good, 'exit');
        const hot = new Worker('for (;;);', { eval: true });
        await once(hot, 'online');
        await hot.terminate();
      } else {
        parentPort?.once('message', () => parentPort?.postMessage('done'));
      }
    `;
    const { events, stderr, code } = await runTraced({ 'main.ts': main });
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(of(events, 'send')).toMatchObject([
      { lane: 'main', to: 'worker 1' },
      { lane: 'worker 1', to: 'main' },
    ]);
    const lanes = of(events, 'lane').map((event) =>
      [event.lane, event.state, event.state === 'closed' ? event.exitCode : ''].join(' ').trim(),
    );
    expect(lanes[0]).toBe('main open');
    expect(lanes.at(-1)).toBe('main closed 0');
    expect(lanes).toEqual(
      expect.arrayContaining([
        'worker 1 open',
        'worker 1 closed 0',
        'worker 2 open',
        'worker 2 closed 1',
      ]),
    );
  });

  test('leads an answer to the thread that asked, however deep', async () => {
    const main = `
      import { once } from 'node:events';
      import { Worker, parentPort, threadId } from 'node:worker_threads';
      if (threadId < 2) await once(new Worker(new URL(import.meta.url)), 'exit');
      parentPort?.postMessage('done');
    `;
    const { events } = await runTraced({ 'main.ts': main });
    expect(of(events, 'send')).toMatchObject([
      { lane: 'worker 2', to: 'worker 1' },
      { lane: 'worker 1', to: 'main' },
    ]);
  });

  test('gives a forked process lanes of its own, on the same clock', async () => {
    const main = `
      import { fork } from 'node:child_process';
      import { once } from 'node:events';
      if (process.argv[2] === 'child') performance.mark('in the child');
      else {
        await once(fork(import.meta.filename, ['child']), 'exit');
        performance.mark('after');
      }
    `;
    const origin = performance.timeOrigin + performance.now();
    const { events } = await runTraced({ 'main.ts': main }, { env: { TRACE_ORIGIN: `${origin}` } });
    const [child, parent] = of(events, 'mark');
    expect(child?.lane).toMatch(/^process \d+$/);
    expect(parent?.lane).toBe('main');
    expect(child?.at).toBeGreaterThan(0);
    expect(child?.at).toBeLessThan(parent?.at ?? 0);
  });

  test('reports the end of a program that fails, and changes nothing about its failing', async () => {
    const main = `throw new Error('on purpose');`;
    const run = await runTraced({ 'main.ts': main });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('on purpose');
    expect(of(run.events, 'lane').at(-1)).toMatchObject({ state: 'closed', exitCode: 1 });
  });

  test('passes errors of the wrapped calls on', async () => {
    const main = `
      import { Worker } from 'node:worker_threads';
      for (const wrong of [() => performance.measure('x', 'no such mark'), () => performance.mark('')]) {
        try { wrong(); console.log('fine'); } catch (error) { console.log((error as Error).name); }
      }
      const worker = new Worker('', { eval: true });
      try { worker.postMessage(() => {}); } catch (error) { console.log((error as Error).name); }
    `;
    const [bare, traced] = await Promise.all([
      runTraced({ 'main.ts': main }, { traced: false }),
      runTraced({ 'main.ts': main }),
    ]);
    expect(traced.text).toBe(bare.text);
    expect(of(traced.events, 'send')).toEqual([]);
  });

  test('keeps a flood of marks within bounds, and says that it did', async () => {
    const main = `
      for (let i = 0; i < 20_000; i++) performance.mark('beat');
      performance.mark('result', { detail: { beats: 20_000 } });
    `;
    const { events } = await runTraced({ 'main.ts': main });
    expect(events.length).toBeLessThan(6_000);
    expect(of(events, 'mark').map((mark) => mark.name)).toEqual(
      expect.arrayContaining(['no more is traced from here', 'result']),
    );
  });

  test('is needed for any of this: without it a program prints its own output only', async () => {
    const { raw } = await runTraced(
      { 'main.ts': `${WORK} console.log('done');` },
      { traced: false },
    );
    expect(raw).toBe('done\n');
  });
});
