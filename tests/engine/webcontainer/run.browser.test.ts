import { describe, expect, test } from 'vitest';
import { follow } from '../../sandbox/follow-run.ts';
import { engineWith } from './stand-in.ts';

describe('a run', () => {
  test('prints, traces and exits as on Node', async () => {
    const engine = engineWith('well');
    const run = follow(
      engine,
      {
        files: {
          'main.ts':
            "const a: number = 1;\nconsole.log('hello', a);\nconsole.error('there');\nperformance.mark('x');process.exitCode = 3;",
        },
        entry: 'main.ts',
      },
      10_000,
    );
    expect(await run.outcome).toEqual({ type: 'exited', code: 3 });
    expect(run.stdout()).toBe('hello 1\nthere\n');
    expect(run.trace.map(({ type }) => type)).toContain('mark');
  });
});
