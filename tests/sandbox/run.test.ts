/** The life of a run over engines that misbehave, with the clock in our hands. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type Engine,
  EngineUnavailable,
  type ProcessEvent,
  type Sandbox,
  type SandboxProcess,
} from '../../src/sandbox/engine.ts';
import { keepingSandbox } from '../../src/sandbox/kept-sandbox.ts';
import { warmUp } from '../../src/sandbox/run.ts';
import { follow } from './follow-run.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const program = { files: {}, entry: 'main.js' };
const never = new Promise<never>(() => undefined);

interface Made {
  readonly engine: Engine;
  boots: number;
  disposed: number;
  killed: number;
  signal?: AbortSignal;
}

/** An engine with hand-made parts; every process gives the events of `play`. */
function made(play: () => AsyncIterable<ProcessEvent>, boot?: () => Promise<never>): Made {
  const sandbox = (): Sandbox => ({
    async spawn() {
      const process: SandboxProcess = {
        events: play(),
        write: () => undefined,
        kill: () => {
          log.killed++;
        },
      };
      return process;
    },
    async dispose() {
      log.disposed++;
    },
  });
  const log: Made = {
    boots: 0,
    disposed: 0,
    killed: 0,
    engine: {
      id: 'browser',
      support: () => ({ ok: true }),
      boot: async ({ signal }) => {
        log.boots++;
        log.signal = signal;
        await boot?.();
        return sandbox();
      },
    },
  };
  return log;
}

/** A process that hangs and says nothing. */
const silent = (): AsyncIterable<ProcessEvent> => ({
  [Symbol.asyncIterator]: () => ({ next: () => never }),
});
async function* ends(outcome: ProcessEvent & { type: 'exit' }): AsyncGenerator<ProcessEvent> {
  yield outcome;
}
const exits = () => ends({ type: 'exit', outcome: { type: 'exited', code: 0 } });

describe('a run', () => {
  test('gives up on an engine that does not boot, and lets the next run try again', async () => {
    const log = made(exits, () => never);
    const engine = keepingSandbox(log.engine);
    for (let time = 1; time <= 2; time++) {
      const run = follow(engine, program, 1000);
      const refused = expect(run.outcome).rejects.toThrow(EngineUnavailable);
      await vi.advanceTimersByTimeAsync(20_000);
      await refused;
      expect(log.boots).toBe(time);
      expect(log.signal?.aborted).toBe(true);
    }
  });

  test('ends even if the process ignores being killed, and takes the sandbox with it', async () => {
    const log = made(silent);
    const run = follow(log.engine, program, 1000);
    await vi.advanceTimersByTimeAsync(999);
    expect(run.states.at(-1)).toBe('running');
    await vi.advanceTimersByTimeAsync(1);
    expect(run.states.at(-1)).toBe('stopping');
    expect(log.killed).toBe(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await run.outcome).toEqual({ type: 'timed-out', limitMs: 1000, tookSandbox: true });
    expect(log.disposed).toBe(1);
  });

  test('throws the sandbox away after a crash, and only then', async () => {
    const outcomes: ProcessEvent[] = [
      { type: 'exit', outcome: { type: 'exited', code: 0 } },
      { type: 'exit', outcome: { type: 'crashed', message: 'gone' } },
      { type: 'exit', outcome: { type: 'exited', code: 0 } },
    ];
    const log = made(async function* () {
      const next = outcomes.shift();
      if (next) yield next;
    });
    const engine = keepingSandbox(log.engine);
    const boots: number[] = [];
    for (let time = 0; time < 3; time++) {
      await follow(engine, program, 1000).outcome;
      boots.push(log.boots);
    }
    expect(boots).toEqual([1, 1, 2]);
    expect(log.disposed).toBe(1);
  });

  test('tells an engine that loses its process from a program that ends', async () => {
    const log = made(() => ({
      [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }),
    }));
    expect(await follow(log.engine, program, 1000).outcome).toMatchObject({ type: 'crashed' });
  });

  test('shows the first output at once, what follows once a frame, in order, and all of it at the end', async () => {
    const log = made(async function* () {
      for (let i = 0; i < 100; i++)
        yield { type: 'output', stream: 'stdout', text: `${i}\n`, at: i };
      yield { type: 'exit', outcome: { type: 'exited', code: 0 } };
    });
    const run = follow(log.engine, program, 1000);
    expect(await run.outcome).toEqual({ type: 'exited', code: 0 });
    expect(run.portions.length).toBe(2);
    expect(run.stdout()).toBe(Array.from({ length: 100 }, (_, i) => `${i}\n`).join(''));
  });

  test('does not read ahead of what the page has shown', async () => {
    let given = 0;
    const text = 'x'.repeat(64 * 1024);
    const log = made(async function* () {
      for (; ; given++) yield { type: 'output', stream: 'stdout', text, at: 0 };
    });
    const run = follow(log.engine, program, 60_000);
    await vi.advanceTimersByTimeAsync(0);
    const before = given;
    expect(before).toBeLessThan(10);
    await vi.advanceTimersByTimeAsync(100);
    expect(given).toBeGreaterThan(before);
    expect(given).toBeLessThan(20);
    run.stop();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await run.outcome).toEqual({ type: 'stopped', tookSandbox: true });
  });

  test('takes the trace out of the output', async () => {
    const event = { type: 'mark', lane: 'main', name: 'here', at: 1 } as const;
    const sequence = `\x1b]7771;${JSON.stringify(event)}\x07`;
    const log = made(async function* () {
      yield { type: 'output', stream: 'stdout', text: `a${sequence.slice(0, 9)}`, at: 1 };
      yield { type: 'output', stream: 'stderr', text: 'e', at: 1 };
      yield { type: 'output', stream: 'stdout', text: `${sequence.slice(9)}b`, at: 1 };
      yield { type: 'exit', outcome: { type: 'exited', code: 0 } };
    });
    const run = follow(log.engine, program, 1000);
    await run.outcome;
    expect([run.stdout(), run.stderr()]).toEqual(['ab', 'e']);
    expect(run.trace).toEqual([event]);
  });
});

describe('warming up', () => {
  test('boots once; the run that follows joins', async () => {
    const log = made(exits);
    const engine = keepingSandbox(log.engine);
    warmUp(engine);
    warmUp(engine);
    expect(await follow(engine, program, 1000).outcome).toEqual({ type: 'exited', code: 0 });
    expect(log.boots).toBe(1);
  });

  test('says nothing of trouble, and has a limit', async () => {
    const log = made(exits, () => never);
    warmUp(keepingSandbox(log.engine));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(log.signal?.aborted).toBe(true);
  });
});
