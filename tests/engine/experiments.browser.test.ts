/** The experiments in the embedded engine: they run unchanged and their own checks pass. */
import { describe, expect, test } from 'vitest';
import { engines } from '../../src/sandbox/registry.ts';
import { experiments, notInAPage, otherTimesInWebKit } from './experiments.ts';
import { runOnEngine } from './run-on-engine.ts';

const isWebKit = /AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent);

describe('in the browser engine', () => {
  test.for(experiments)('$name', { timeout: 70_000, retry: 2 }, async (experiment) => {
    const engine = await engines.browser?.load();
    if (!engine) throw new Error('There is no browser engine.');
    const absent = notInAPage[experiment.name];
    if (absent?.stopAfter !== undefined) {
      const after = [{ printed: absent.stopAfter, kill: 'SIGKILL' }] as const;
      const ran = await runOnEngine(engine, { ...experiment, after });
      expect(ran).toMatchObject({
        stdout: expect.stringContaining(absent.stopAfter),
        exit: '137',
      });
      return;
    }
    const { stdout, stderr, exit } = await runOnEngine(engine, experiment);
    if (absent) {
      expect({ stdout, stderr, exit }).toMatchObject({
        stderr: expect.stringContaining('ERR_NOT_IN_BROWSER_ENGINE'),
        exit: '1',
      });
      return;
    }
    if (isWebKit && otherTimesInWebKit[experiment.name]) {
      expect({ stdout, stderr }).toMatchObject({
        stdout: expect.stringMatching(/^CHECK (ok|FAILED)/m),
        stderr: '',
      });
      return;
    }
    expect({ stdout, stderr, exit }).toMatchObject({
      stdout: expect.stringMatching(/^CHECK ok/m),
      stderr: '',
      exit: '0',
    });
  });
});
