/** The host’s half of a run, with stand-ins for the workers: whatever they say or do, the run ends in words. */
import { beforeAll, describe, expect, test } from 'vitest';
import { BuiltinModules } from '../../../src/sandbox/browser/host/builtin-modules.ts';
import { Linker } from '../../../src/sandbox/browser/host/linker.ts';
import { HostRun } from '../../../src/sandbox/browser/host/run.ts';
import { Shelf } from '../../../src/sandbox/browser/host/shelf.ts';
import type { WorkerPool } from '../../../src/sandbox/browser/host/worker-pool.ts';
import type { Outcome } from '../../../src/sandbox/engine.ts';

/** A worker that runs nothing. What it was told is kept, and the test speaks for it. */
class SilentWorker {
  readonly told: { type: string; [key: string]: unknown }[] = [];
  readonly refuses: (message: { type: string }) => boolean;
  isTerminated = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  constructor(refuses: SilentWorker['refuses']) {
    this.refuses = refuses;
  }
  postMessage(message: { type: string }): void {
    if (this.refuses(message)) throw new Error(`cannot take ${message.type}`);
    this.told.push(message);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  says(data: unknown): void {
    this.onmessage?.({ data });
  }
}

function startProcess(refuses: SilentWorker['refuses'] = () => false) {
  const workers: SilentWorker[] = [];
  const outcomes: Outcome[] = [];
  const take = () => workers[workers.push(new SilentWorker(refuses)) - 1];
  const pool = { take, refill: () => undefined } as unknown as WorkerPool;
  const urls = { make: () => 'blob:module', revoke: () => undefined };
  const shelf = new Shelf({}, urls, () => undefined);
  const run = new HostRun(
    { files: { 'main.js': '' }, entry: 'main.js', args: [], env: {}, strips: {} },
    {
      pool,
      builtins: new BuiltinModules({}, shelf, urls),
      strip: async () => undefined,
      sharedMemory: false,
    },
    { output: () => undefined, exit: (outcome) => outcomes.push(outcome) },
  );
  run.start();
  return { workers, outcomes, main: workers[0] as SilentWorker };
}

const startThread = (data?: unknown) => ({
  type: 'start-thread',
  thread: 1,
  entry: { path: '/home/lesson/main.js' },
  argv: [],
  env: {},
  transfer: [],
  name: '',
  port: new MessageChannel().port1,
  data,
});

beforeAll(() => Linker.ready());

describe('a fault of ours ends the run', () => {
  test('when it comes while a thread waits for an answer', () => {
    const { main, outcomes } = startProcess(({ type }) => type === 'reply');
    main.says({ type: 'file-call', id: 1, call: { op: 'stat', path: '/' } });
    expect(outcomes).toEqual([
      { type: 'crashed', message: 'The engine failed: cannot take reply' },
    ]);
    expect(main.isTerminated).toBe(true);
  });

  test('when the program cannot even be started', () => {
    const { main, outcomes } = startProcess(() => true);
    expect(outcomes).toEqual([
      { type: 'crashed', message: 'The engine failed: cannot take start' },
    ]);
    expect(main.isTerminated).toBe(true);
  });
});

test('a thread whose data cannot be handed on is refused, and leaves no worker behind', () => {
  const isOfChild = (message: object) => 'parent' in message && message.parent !== undefined;
  const { main, workers, outcomes } = startProcess(isOfChild);
  main.says(startThread('data'));
  expect(main.told.at(-1)).toEqual({
    type: 'thread-ended',
    thread: 1,
    code: 1,
    fault: {
      name: 'Error',
      code: 'ERR_WORKER_INIT_FAILED',
      message: 'Worker initialization failure: cannot take start',
    },
  });
  expect(workers.map((worker) => worker.isTerminated)).toEqual([false, true]);
  expect(outcomes).toEqual([]);
});

const written = (path: string, bytes: Uint8Array) => ({
  type: 'file-call',
  id: 1,
  call: { op: 'write', path, bytes },
});

describe('a thread whose types have still to be taken out', () => {
  const asked = () => {
    const started = startProcess();
    started.main.says(written('/late.ts', new TextEncoder().encode('let late: number;')));
    started.main.says({ ...startThread(), entry: { path: '/late.ts' } });
    return started;
  };

  test('does not begin when it has been ended meanwhile', async () => {
    const { main, workers, outcomes } = asked();
    main.says({ type: 'end-thread', thread: 1 });
    expect(main.told.at(-1)).toEqual({ type: 'thread-ended', thread: 1, code: 0 });
    const told = main.told.length;
    // Its types come before those of the one that is waited for here.
    main.says({ ...startThread(), thread: 2, entry: { path: '/late.ts' } });
    await expect.poll(() => main.told.length).toBeGreaterThan(told);
    expect(main.told.slice(told)).toMatchObject([{ type: 'thread-ended', thread: 2 }]);
    expect(workers.length).toBe(1);
    expect(outcomes).toEqual([]);
  });

  test('is not ended by another thread', async () => {
    const { main, workers } = asked();
    main.says({ ...startThread(), thread: 2 });
    workers[1]?.says({ type: 'end-thread', thread: 1 });
    expect(workers[1]?.told.map(({ type }) => type)).toEqual(['start']);
    await expect.poll(() => main.told.at(-1)?.type).toBe('thread-ended');
  });
});

test('what a thread leaves open is closed when it ends, and unlinked bytes are given back', () => {
  const { main, workers } = startProcess();
  const half = new Uint8Array(40 * 1024 * 1024);
  const [create, exclusive, truncate, write] = [true, false, false, true];
  const open = { op: 'open', path: '/big', create, exclusive, truncate, write };
  const isFull = () => {
    main.says(written('/other', half));
    const answer = main.told.at(-1) as { result?: { ok: boolean } } | undefined;
    return answer?.result?.ok === false;
  };
  main.says(startThread());
  const [, child] = workers;
  child?.says(written('/big', half));
  for (let times = 0; times < 1024; times++) child?.says({ type: 'file-call', id: 1, call: open });
  main.says({ type: 'file-call', id: 1, call: { op: 'unlink', path: '/big' } });
  main.says({ type: 'file-call', id: 1, call: open });
  expect(main.told.at(-1)).toMatchObject({ result: { fault: { code: 'EMFILE' } } });
  expect(isFull()).toBe(true);
  child?.says({ type: 'exit', code: 0 });
  expect(isFull()).toBe(false);
  main.says({ type: 'file-call', id: 1, call: open });
  expect(main.told.at(-1)).toMatchObject({ result: { ok: true } });
});

describe('a forged message', () => {
  test.for([
    [null],
    [1],
    ['exit'],
    [[]],
    [{}],
    [{ type: 'exit' }],
    [{ type: 'exit', code: 'x' }],
    [{ type: 'start-thread' }],
    [{ ...startThread(), port: {} }],
    [{ ...startThread(), entry: { path: 1 } }],
    [{ type: 'file-call', call: { op: 'format', path: '/' } }],
    [{ type: 'file-call', id: 1, call: { op: 'truncate', path: '/', size: 0.5 } }],
    [{ type: 'end-thread', thread: 0 }],
    [{ type: 'end-thread', thread: 7 }],
    [{ type: 'output', records: [1, { stream: 'stdin', text: 'x', at: 0 }] }],
    [{ type: 'link', specifier: './main.js' }],
  ])('%j is passed over', ([message]) => {
    const { main, workers, outcomes } = startProcess();
    const told = main.told.length;
    main.says(message);
    expect(outcomes).toEqual([]);
    expect(main.told.length).toBe(told);
    expect(workers.map((worker) => worker.isTerminated)).toEqual([false]);
    main.says({ type: 'exit', code: 3 });
    expect(outcomes).toEqual([{ type: 'exited', code: 3 }]);
  });

  test('of one thread does not end the thread of another', () => {
    const { main, workers } = startProcess();
    main.says(startThread());
    main.says({ ...startThread(), thread: 2 });
    const [, one, two] = workers;
    one?.says({ type: 'end-thread', thread: 2 });
    expect(two?.isTerminated).toBe(false);
    main.says({ type: 'end-thread', thread: 2 });
    expect(two?.isTerminated).toBe(true);
  });
});

const spawnCall = (handle: number, more: object = {}) => ({
  type: 'process-call',
  id: handle,
  call: {
    op: 'spawn',
    handle,
    channel: 'json',
    process: {
      command: { imports: [], entry: { path: '/home/lesson/main.js' }, execArgv: [], args: [] },
      ...{ argv0: 'node', env: {}, cwd: '/home/lesson', detached: false },
      ...{ stdio: ['pipe', 'pipe', { descriptor: 2 }], ...more },
    },
  },
});
const typesTo = (worker: SilentWorker | undefined) => worker?.told.map(({ type }) => type) ?? [];

describe('a process', () => {
  test('reaches its own children and its parent, and no other', () => {
    const { main, workers, outcomes } = startProcess();
    main.says(spawnCall(1));
    main.says(spawnCall(2));
    const [, one, two] = workers;
    expect(main.told.filter(({ type }) => type === 'called')).toEqual([
      { type: 'called', id: 1, result: { ok: true, value: 101 } },
      { type: 'called', id: 2, result: { ok: true, value: 102 } },
    ]);
    for (const forged of [
      { type: 'child-input', child: 2, text: 'x' },
      { type: 'child-read', child: 2, stream: 'stdout' },
      { type: 'send', to: 2, value: '1' },
      { type: 'disconnect', from: 2 },
      { type: 'end-thread', thread: 1 },
    ]) {
      one?.says(forged);
    }
    expect(typesTo(two)).toEqual(['start']);
    one?.says({ type: 'send', to: 'parent', value: '"hello"' });
    expect(main.told.at(-1)).toEqual({ type: 'message', from: 1, value: '"hello"' });
    expect(outcomes).toEqual([]);
  });

  test('of another run does not exist for it', () => {
    const [first, second] = [startProcess(), startProcess()];
    first.main.says(spawnCall(1));
    second.main.says({
      type: 'process-call',
      id: 1,
      call: { op: 'signal', pid: 101, signal: 'SIGKILL' },
    });
    expect(second.main.told.at(-1)).toMatchObject({
      result: { ok: false, fault: { code: 'ESRCH' } },
    });
    expect(first.workers[1]?.isTerminated).toBe(false);
  });

  test('is ended by a signal that it has no handler for, and hears one that it has', () => {
    const { main, workers } = startProcess();
    main.says(spawnCall(1));
    const [, child] = workers;
    const signal = (name: string) =>
      main.says({ type: 'process-call', id: 9, call: { op: 'signal', pid: 101, signal: name } });
    child?.says({ type: 'handles', signals: ['SIGTERM', 'SIGKILL', 'NOTHING'] });
    signal('SIGTERM');
    expect(typesTo(child)).toEqual(['start', 'signal']);
    signal('SIGINT');
    expect(child?.isTerminated).toBe(true);
    expect(main.told.find(({ type }) => type === 'child-ended')).toEqual({
      type: 'child-ended',
      child: 1,
      end: { code: null, signal: 'SIGINT' },
    });
  });

  test('that the browser breaks looks aborted to its parent; the first one takes the run with it', () => {
    const { main, workers, outcomes } = startProcess();
    main.says(spawnCall(1));
    const broken = { message: 'out of memory', preventDefault: () => undefined };
    workers[1]?.onerror?.(broken);
    expect(main.told.at(-1)).toMatchObject({ end: { code: null, signal: 'SIGABRT' } });
    main.onerror?.(broken);
    const message = expect.stringMatching(
      /thread \(out of memory\)\. Most often .* Your code is still there/,
    );
    expect(outcomes).toEqual([{ type: 'crashed', message }]);
  });

  test('is not started where a limit is reached, and the limit is named', () => {
    const { main } = startProcess();
    for (let handle = 1; handle <= 30; handle++) main.says(spawnCall(handle));
    const results = main.told.flatMap(({ type, result }) => (type === 'called' ? [result] : []));
    expect(results.filter((result) => (result as { ok: boolean }).ok).length).toBe(15);
    expect(results.at(-1)).toMatchObject({
      fault: { code: 'EAGAIN', message: expect.stringContaining('16 processes') },
    });
  });

  test('has its threads counted together with those of all others', () => {
    const { main, workers } = startProcess();
    main.says(spawnCall(1));
    const [, child] = workers;
    for (let thread = 1; thread <= 40; thread++) {
      for (const process of [main, child]) process?.says({ ...startThread(), thread });
    }
    expect(workers.length).toBe(64);
    expect(child?.told.at(-1)).toMatchObject({
      type: 'thread-ended',
      fault: { message: expect.stringContaining('64 threads at a time') },
    });
    child?.says({ type: 'exit', code: 0 });
    main.says({ ...startThread(), thread: 50 });
    expect(workers.length).toBe(65);
  });

  test('that is waited for answers when it is over, with what it printed', () => {
    const { main, workers } = startProcess();
    const { process } = spawnCall(1).call;
    const limits = { timeoutMs: 0, killSignal: 'SIGTERM', maxBytes: 100 };
    const call = { op: 'run', process, input: new TextEncoder().encode('in'), ...limits };
    main.says({ type: 'process-call', id: 5, call });
    const [, child] = workers;
    expect(typesTo(child)).toEqual(['start', 'input', 'input-end']);
    child?.says({ type: 'output', records: [{ stream: 'stdout', text: 'ä', at: 1 }] });
    child?.says({ type: 'exit', code: 3 });
    expect(main.told.at(-1)).toEqual({
      type: 'called',
      id: 5,
      result: {
        ok: true,
        value: { pid: 101, code: 3, signal: null, stdout: '\u00c3\u00a4', stderr: '' },
      },
    });
  });
});
