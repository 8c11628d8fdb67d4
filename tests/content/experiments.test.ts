/** Every experiment is a program that runs on Node as it is shown; `tests/quiz/keys.test.ts` runs those of questions. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { experiments } from './real-course.ts';

/** For Node to start, on a machine that has other things to do. */
const START_MS = 20_000;

describe.each(experiments)('$name', ({ folder, entry, timeLimitMs }) => {
  const timeout = timeLimitMs + START_MS;

  it('runs on Node, prints its own output and nothing else', { timeout }, async () => {
    const options = { cwd: folder, env: { PATH: process.env['PATH'] }, timeout };
    // Rejects with what was printed when the program fails.
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [entry], options);
    expect(stderr).toBe('');
    expect(stdout).not.toBe('');
    // Nothing of the trace, which is only there when it is asked for.
    expect(stdout).not.toContain('\x1b');
  });
});
