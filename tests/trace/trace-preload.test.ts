import { describe, expect, test } from 'vitest';
import { TRACE_VERSION, type TraceEvent } from '../../src/trace/trace-event.ts';
import { runTraced } from './run-traced.ts';
import { endsOf, messagesOf, tracedPrograms } from './traced-programs.ts';

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

  test('does not take a loop for blocked that had nothing to do and was given no core', async () => {
    const main = `
      import { spawn } from 'node:child_process';
      import { once } from 'node:events';
      const nap = 'sleep 0.3; kill -STOP $0; sleep 0.3; kill -CONT $0';
      performance.mark('idle');
      await once(spawn('sh', ['-c', nap, String(process.pid)]), 'exit');
      console.log('awake');
    `;
    const { text, events } = await runTraced({ 'main.ts': main });
    expect(text).toBe('awake\n');
    const idleAt = of(events, 'mark')[0]?.at ?? 0;
    expect(of(events, 'loop').some(({ maxMs }) => maxMs >= 200)).toBe(true);
    expect(of(events, 'blocked').filter(({ at }) => at > idleAt + 200)).toEqual([]);
  });

  test('does not take the loading of the program for a block of its loop', async () => {
    const table = Array.from(
      { length: 8_000 },
      (_, n) => `  row${n}: [${n}, 'row ${n}'] as const,`,
    );
    const { text, events } = await runTraced({
      'main.ts': `import { table } from './table.ts';\nperformance.mark('first line');\nconsole.log(table.row7[1]);`,
      'table.ts': `export const table = {\n${table.join('\n')}\n};\n`,
    });
    expect(text).toBe('row 7\n');
    const firstAt = of(events, 'mark')[0]?.at ?? 0;
    expect(of(events, 'blocked').filter(({ at }) => at < firstAt)).toEqual([]);
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
    const signs = of(events, 'loop').map(({ at }) => at);
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

  test.each(tracedPrograms)('pairs the messages of a program that $does', async (program) => {
    const { main, prints, messages, ends } = program;
    const run = await runTraced({ 'main.ts': main });
    expect(run).toMatchObject({ text: prints, stderr: '', code: 0 });
    expect(messagesOf(run.events)).toEqual(messages);
    if (ends) expect(endsOf(run.events)).toEqual(ends);
    const lanes = new Set(run.events.map(({ lane }) => lane));
    const versions = of(run.events, 'trace');
    expect(versions.every(({ version }) => version === TRACE_VERSION)).toBe(true);
    expect(new Set(versions.map(({ lane }) => lane))).toEqual(lanes);
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

  test('gives other processes lanes of their own, on the same clock, with their messages', async () => {
    const main = `
      import { fork } from 'node:child_process';
      import { once } from 'node:events';
      import { Worker, isMainThread, parentPort } from 'node:worker_threads';
      if (!isMainThread) parentPort?.postMessage('from a worker of the child');
      else if (process.argv[2] === 'child') {
        const worker = new Worker(new URL(import.meta.url));
        await once(worker, 'message');
        performance.mark('in the child');
        process.once('message', (message) => process.send?.('heard ' + message, () => process.disconnect()));
      } else {
        const child = fork(import.meta.filename, ['child', import.meta.dirname, 'first life'], { env: process.argv[2] === 'bare' ? {} : process.env });
        child.send('hello');
        console.log(...await once(child, 'message'));
        await once(child, 'exit');
        performance.mark('after');
      }
    `;
    const origin = performance.timeOrigin + performance.now();
    const env = { TRACE_ORIGIN: `${origin}` };
    const { events, text } = await runTraced({ 'main.ts': main }, { env });
    expect(text).toMatch(/^heard hello/);
    const [child, parent] = of(events, 'mark');
    expect(child?.lane).toMatch(/^process \d+$/);
    expect(parent?.lane).toBe('main');
    expect(child?.at).toBeGreaterThan(0);
    expect(child?.at).toBeLessThan(parent?.at ?? 0);
    const lane = child?.lane ?? '';
    expect(messagesOf(events)).toEqual(
      [`${lane} worker 1 → ${lane}`, `${lane} → main`, `main → ${lane}`].sort(),
    );
    const begun = of(events, 'lane').filter(
      (event) => event.state === 'open' && event.lane === lane,
    );
    expect(begun).toHaveLength(2);
    expect(begun.every((event) => event.state === 'open' && event.parent === 'main')).toBe(true);
    // Named after its program, not after where that or anything else lies on this machine.
    const name = expect.stringMatching(/(^| )main\.ts child first life$/);
    expect(begun).toContainEqual(expect.objectContaining({ name }));
    expect(endsOf(events)).toEqual([`${lane} 0`, `${lane} worker 1 0`, 'main 0'].sort());
  });

  test('says who ended a process, and by what signal', async () => {
    const main = `
      import { spawn } from 'node:child_process';
      import { once } from 'node:events';
      const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
      await once(child, 'spawn');
      child.kill('SIGKILL');
      await once(child, 'exit');
    `;
    const { events } = await runTraced({ 'main.ts': main });
    const [kill] = of(events, 'kill');
    expect(kill).toMatchObject({ lane: 'main', signal: 'SIGKILL' });
    expect(endsOf(events)).toEqual(
      [`${kill?.target} SIGKILL`, 'main 0', `main ✕ ${kill?.target}`].sort(),
    );
  });

  test('tells how late the loop was, over all moments at which it could have been wanted', async () => {
    const main = `
      const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
      await sleep(60);
      const start = performance.now();
      while (performance.now() - start < 400);
      await sleep(60);
    `;
    const { events } = await runTraced({ 'main.ts': main });
    const last = of(events, 'loop').at(-1);
    expect(last?.maxMs).toBeGreaterThan(350);
    // For most of the run the loop was blocked, so at half of all moments a callback would have waited long.
    expect(last?.p50Ms).toBeGreaterThan(50);
    expect(last?.p99Ms).toBeGreaterThanOrEqual(last?.p50Ms ?? 0);
    expect(last?.utilization).toBeGreaterThan(0.3);
    expect(last?.utilization).toBeLessThanOrEqual(1);
  });

  test('reports timers only where it was asked to', async () => {
    const main = `
      import { promisify } from 'node:util';
      setTimeout((word) => console.log(word), 5, 'called');
      await promisify(setTimeout)(10);
    `;
    const asked = await runTraced({ 'main.ts': main }, { env: { TRACE_DETAIL: 'timers' } });
    expect(asked.text).toBe('called\n');
    expect(of(asked.events, 'timer')).toMatchObject([{ lane: 'main', name: 'setTimeout' }]);
    const [timer] = of(asked.events, 'timer');
    expect((timer?.dueAt ?? 0) - (timer?.setAt ?? 0)).toBeCloseTo(5, 3);
    expect(of((await runTraced({ 'main.ts': main })).events, 'timer')).toEqual([]);
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
      import { once } from 'node:events';
      import { Worker, isMainThread } from 'node:worker_threads';
      for (let i = 0; i < 15_000; i++) performance.mark('beat');
      if (isMainThread) {
        await once(new Worker(new URL(import.meta.url)), 'exit');
        performance.mark('result', { detail: { beats: 30_000 } });
      }
    `;
    const { events } = await runTraced({ 'main.ts': main });
    expect(of(events, 'mark').filter(({ name }) => name === 'beat')).toHaveLength(20_000);
    expect(of(events, 'mark').at(-1)).toMatchObject({ name: 'result' });
    expect(of(events, 'dropped').at(-1)).toMatchObject({ lane: 'worker 1', count: 10_000 });
  });

  test('is needed for any of this: without it a program prints its own output only', async () => {
    const { raw } = await runTraced(
      { 'main.ts': `${WORK} console.log('done');` },
      { traced: false },
    );
    expect(raw).toBe('done\n');
  });
});
