/** Everything that can go wrong at the other end, through StackBlitz's own client: each has its name, and a way on. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Engine, EngineUnavailable, type Sandbox } from '../../../src/sandbox/engine.ts';
import { ContainerUnavailable, lossInWords } from '../../../src/sandbox/webcontainer/failures.ts';
import { follow } from '../../sandbox/follow-run.ts';
import type { Scenario } from './scenarios.ts';
import { engineWith, letGo, remote } from './stand-in.ts';

const hello = { files: { 'main.ts': "console.log('hello')" }, entry: 'main.ts' };
const program = (text: string) => ({ files: { 'main.ts': text }, entry: 'main.ts' });
const spinning = program("process.on('SIGTERM', () => 0); console.log('spinning'); for (;;);");

const run = (engine: Engine, given = hello) => follow(engine, given, 20_000);
const frames = () => document.querySelectorAll('iframe[src*="/headless"]').length;
const leave = () => window.dispatchEvent(new PageTransitionEvent('pagehide'));

async function failureOf(engine: Engine): Promise<ContainerUnavailable> {
  const error = await boot(engine).catch((error: unknown) => error);
  if (error instanceof ContainerUnavailable) return error;
  throw new Error(`It did not fail as expected: ${error}`);
}
function boot(engine: Engine, onProgress: (step: string) => void = () => {}): Promise<Sandbox> {
  return engine.boot({ signal: AbortSignal.timeout(20_000), onProgress });
}
async function runsAgain(engine: Engine): Promise<void> {
  const again = run(engine);
  expect(await again.outcome).toEqual({ type: 'exited', code: 0 });
  expect(again.stdout()).toBe('hello\n');
}

const isSupported = engineWith('well').support().ok;

describe.runIf(isSupported)('without a container', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    leave();
  });

  test('each step of a start is told', async () => {
    const steps: string[] = [];
    await boot(engineWith('well'), (step) => steps.push(step));
    expect(steps).toEqual([
      'Loading what talks to StackBlitz.',
      'Asking StackBlitz for a WebContainer.',
      'StackBlitz answers: the WebContainer is starting.',
      'The WebContainer is there.',
    ]);
  });

  test('that is blocked, the verdict does not wait; a retry works without a reload', async () => {
    const engine = engineWith('well');
    globalThis.WEBCONTAINER_API_IFRAME_URL = 'http://127.0.0.1:9';
    expect((await failureOf(engine)).failure).toBe('blocked');
    expect(frames()).toBe(0);
    globalThis.WEBCONTAINER_API_IFRAME_URL = remote;
    await runsAgain(engine);
  });

  test('offline, nobody is asked; a retry works without a reload', async () => {
    const engine = engineWith('well');
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    expect((await failureOf(engine)).failure).toBe('offline');
    expect(frames()).toBe(0);
    onLine.mockRestore();
    await runsAgain(engine);
  });

  const verdictMs = 1_500;
  test('that never speaks, there is a verdict, and in the end the next try is another one', async () => {
    const engine = engineWith('silent', { verdictMs, giveUpMs: 2_000 });
    expect((await failureOf(engine)).failure).toBe('too-slow');
    expect(frames()).toBe(1);
    expect((await failureOf(engine)).failure).toBe('too-slow');
    expect(frames()).toBe(0);
  });

  test('that answers and then hangs, there is a verdict', async () => {
    expect((await failureOf(engineWith('stuck', { verdictMs }))).failure).toBe('too-slow');
  });

  test('that is late, it goes on starting, and the next run has it', async () => {
    const engine = engineWith('late', { verdictMs });
    expect((await failureOf(engine)).failure).toBe('too-slow');
    await letGo();
    await expect.poll(() => run(engine).outcome.catch(() => 'not yet')).toMatchObject({ code: 0 });
    expect(frames()).toBe(1);
  });

  const refusals: [Scenario, string, string?][] = [
    ['refuses', 'refused', 'This API key is not allowed on this domain.'],
    ['no-storage', 'storage-blocked'],
    ['no-memory', 'out-of-memory'],
  ];
  test.for(refusals)('that %s, it says so', async ([scenario, name, detail = '']) => {
    const failure = await failureOf(engineWith(scenario));
    expect(failure.failure).toBe(name);
    expect(failure.message).toContain(detail);
    expect(frames()).toBe(0);
  });

  test('because another tab has it, the reader may take over', async () => {
    const lost = vi.fn();
    const given = Promise.withResolvers<void>();
    const other = navigator.locks.request('unblocked:webcontainer', () => {
      given.resolve();
      return new Promise(() => {});
    });
    other.catch(lost);
    await given.promise;
    const engine = engineWith('well');
    const failure = await failureOf(engine);
    expect(failure).toMatchObject({ failure: 'other-tab', wayOn: { label: 'Take over here' } });
    expect(lost).not.toHaveBeenCalled();
    failure.wayOn?.prepare();
    await runsAgain(engine);
    expect(lost).toHaveBeenCalledOnce();
  });

  test('a reader who stops waiting is let go', async () => {
    const waiting = run(engineWith('stuck'));
    waiting.stop();
    expect(await waiting.outcome).toEqual({ type: 'stopped' });
  });

  test('every failure is an EngineUnavailable, so that the panel can go elsewhere', async () => {
    const failure = await run(engineWith('refuses')).outcome.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EngineUnavailable);
  });
});

describe.runIf(isSupported)('while a program runs', () => {
  afterEach(leave);
  const brisk = { heartbeatMs: 50, silenceMs: 400 };
  const dropping = program("console.log('drop'); setInterval(() => {}, 1000);");

  test.for([
    ['drops', 'silent'],
    ['reloads', 'reloaded'],
  ] as const)(
    'a container that %s is noticed, and the next run has a new one',
    async ([scenario, why]) => {
      const engine = engineWith(scenario, brisk);
      const lost = run(engine, dropping);
      expect(await lost.outcome).toEqual({ type: 'crashed', message: lossInWords[why] });
      expect(lost.stdout()).toBe('drop\n');
      await runsAgain(engine);
    },
  );

  test('a container that was lost between two runs is noticed by the second', async () => {
    const engine = engineWith('sleeps', brisk);
    expect(await run(engine, program("console.log('sleep')")).outcome).toMatchObject({ code: 0 });
    const lost = run(engine);
    expect(await lost.outcome).toMatchObject({ type: 'crashed', message: lossInWords.silent });
    await runsAgain(engine);
  });

  test('a process that ignores its end is taken down with the container; a new one starts', async () => {
    const engine = engineWith('deaf');
    const deaf = run(engine, spinning);
    await deaf.printed('spinning');
    deaf.stop();
    expect(await deaf.outcome).toEqual({ type: 'stopped', tookSandbox: true });
    // It is started before anybody asks for it.
    await expect.poll(frames).toBe(1);
    await runsAgain(engine);
  });

  test('a container without memory is told from a program that talks of it', async () => {
    const words = 'RangeError: WebAssembly.instantiate(): Out of memory';
    const engine = engineWith('well');
    const talks = run(engine, program(`console.log('${words}')`));
    expect(await talks.outcome).toEqual({ type: 'exited', code: 0 });
    const lost = run(engine, program(`console.log('${words}'); process.exitCode = 1;`));
    expect(await lost.outcome).toEqual({
      type: 'crashed',
      message: lossInWords['out-of-memory'],
    });
    await runsAgain(engine);
  });

  test('another tab takes over', async () => {
    const engine = engineWith('well');
    const lost = run(engine, spinning);
    await lost.printed('spinning');
    await navigator.locks.request('unblocked:webcontainer', { steal: true }, () => {});
    expect(await lost.outcome).toEqual({ type: 'crashed', message: lossInWords['taken-over'] });
    await runsAgain(engine);
  });

  test('the page is left, and shown again from the cache', async () => {
    const engine = engineWith('well');
    const lost = run(engine, spinning);
    await lost.printed('spinning');
    leave();
    expect(await lost.outcome).toEqual({ type: 'crashed', message: lossInWords.left });
    expect(frames()).toBe(0);
    await runsAgain(engine);
  });
});
