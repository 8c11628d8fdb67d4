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
      preload: '',
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
