/** Every experiment is a program that runs on Node as it is shown. */
import { describe, expect, it } from 'vitest';
import { experiments } from './real-course.ts';
import { runFile } from './run-on-node.ts';

/** For Node to start, on a machine that has other things to do. */
const START_MS = 20_000;

describe.each(experiments)('$name', ({ folder, entry, timeLimitMs, recording }) => {
  it('runs on Node, prints its own output and nothing else', {
    timeout: timeLimitMs + START_MS,
  }, async () => {
    const { stdout, stderr, exitCode } = await runFile(folder, entry, timeLimitMs + START_MS / 2);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: recording?.outcome.code ?? 0 });
    expect(stdout).not.toBe('');
    expect(stdout).not.toContain('\x1b');
  });
});
