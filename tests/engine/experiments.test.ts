/** The experiments on Node itself: what their checks demand is true there. */
import { describe, expect, test } from 'vitest';
import { experiments } from './experiments.ts';
import { runOnNode } from './run-on-node.ts';

describe('on Node', () => {
  test.for(experiments)('$name', { timeout: 70_000, retry: 2 }, async (experiment) => {
    const { stdout, exit } = await runOnNode(experiment);
    expect({ check: /^CHECK .*/m.exec(stdout)?.[0], exit }).toMatchObject({
      check: expect.stringMatching(/^CHECK ok/),
      exit: '0',
    });
  });
});
