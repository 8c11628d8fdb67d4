/** Every exercise in the reader's browser: what is given fails its check, the solution passes. */
import { describe, expect, it } from 'vitest';
import type { Outcome, Program } from '../../src/sandbox/engine.ts';
import { engines } from '../../src/sandbox/registry.ts';
import { startRun } from '../../src/sandbox/run.ts';
import { readTestReport } from '../../src/sandbox/test-report.ts';
import { exercisesOf } from './exercises.ts';

/** A busy machine may take its time. */
const LIMIT_MS = 20_000;

const texts = import.meta.glob<string>('/content/**/experiments/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

async function check(program: Program): Promise<{ outcome: Outcome; checks: readonly string[] }> {
  const engine = await engines.browser?.load();
  if (!engine) throw new Error('There is no browser engine');
  let stdout = '';
  const run = startRun({
    engine,
    program,
    timeLimitMs: LIMIT_MS,
    onState: () => undefined,
    onOutput(events) {
      for (const { stream, text } of events) if (stream === 'stdout') stdout += text;
    },
    onTrace: () => undefined,
  });
  const outcome = await run.outcome;
  const checks = readTestReport(stdout)?.checks.map((each) => each.outcome) ?? [];
  return { outcome, checks };
}

describe.each(exercisesOf(texts))('$name', ({ start, solved }) => {
  it('is not solved by what is given', async () => {
    const { outcome, checks } = await check(start);
    expect(outcome).toEqual({ type: 'exited', code: 1 });
    expect(checks).toContain('failed');
  });

  it('is solved by its solution', async () => {
    const { outcome, checks } = await check(solved);
    expect(new Set(checks)).toEqual(new Set(['passed']));
    expect(outcome).toEqual({ type: 'exited', code: 0 });
  });
});
