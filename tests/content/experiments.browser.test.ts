/** Every experiment in the reader's browser: it comes to its end, and reports what its readers predict. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { experiment as experimentSchema } from '../../src/course/schema.ts';
import { engines } from '../../src/sandbox/registry.ts';
import { startRun } from '../../src/sandbox/run.ts';
import type { TraceEvent } from '../../src/trace/trace-event.ts';

/** For the engine to start, on a machine that has other things to do. */
const START_MS = 20_000;

const yamls = import.meta.glob<string>('/content/*/*/experiments/*/experiment.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const texts = import.meta.glob<string>('/content/*/*/experiments/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const experiments = Object.entries(yamls).map(([path, yaml]) => {
  const folder = path.replace('experiment.yaml', '');
  const files = Object.fromEntries(
    Object.entries(texts)
      .filter(([file]) => file.startsWith(folder))
      .map(([file, text]) => [file.slice(folder.length), text]),
  );
  return {
    name: folder.replace(/^.*\/(.+)\/$/, '$1'),
    program: { files },
    ...experimentSchema.parse(parse(yaml)),
  };
});

describe.each(experiments)('$name', ({ program, entry, timeLimitMs, prediction }) => {
  const timeout = timeLimitMs + START_MS;

  it('runs in the browser engine', { timeout }, async () => {
    const engine = await engines.browser?.load();
    if (!engine) throw new Error('There is no browser engine');
    const output = { stdout: '', stderr: '', combined: '' };
    const events: TraceEvent[] = [];
    const run = startRun({
      engine,
      program: { ...program, entry },
      timeLimitMs,
      onState: () => undefined,
      onOutput(parts) {
        for (const { stream, text } of parts) output[stream] += text;
      },
      onTrace: (traced) => events.push(...traced),
    });
    expect({ outcome: await run.outcome, stderr: output.stderr }).toEqual({
      outcome: { type: 'exited', code: 0 },
      stderr: '',
    });
    expect(output.stdout).not.toBe('');
    if (prediction === undefined) return;
    const result = events.findLast((event) => event.type === 'mark' && event.name === 'result');
    expect(result).toMatchObject({ detail: { [prediction.measured]: expect.anything() } });
  });
});
