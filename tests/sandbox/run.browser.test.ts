import { expect, test } from 'vitest';
import type { Program } from '../../src/sandbox/engine.ts';
import { engines } from '../../src/sandbox/registry.ts';
import { startRun } from '../../src/sandbox/run.ts';

async function run(program: Program, timeLimitMs = 10_000) {
  const engine = await engines.browser?.load();
  if (!engine) throw new Error('no engine');
  let text = '';
  const states: string[] = [];
  const trace: unknown[] = [];
  const { outcome } = startRun({
    engine,
    program,
    timeLimitMs,
    onState: (state) => states.push(state),
    onOutput: (events) => {
      for (const event of events) text += event.text;
    },
    onTrace: (events) => trace.push(...events),
  });
  return { outcome: await outcome, text, states, trace };
}

test('hello', async () => {
  const got = await run({
    files: { 'main.ts': 'console.log("hello" as string, [1,2], new Map([[1,{a:2}]]));' },
    entry: 'main.ts',
  });

  expect(got.text).toBe('hello [ 1, 2 ] Map(1) { 1 => { a: 2 } }\n');
});
