import { beforeEach, describe, expect, it } from 'vitest';
import { experimentsOf, onARealClock } from '../support/experiment.ts';

// What the lesson says of these programs, and of the changes that it proposes. Counts and orders only, no clocks.
const { take, takeSolution, change, run } = experimentsOf(
  '03-threads-and-processes/02-who-gets-a-second-core',
);

/** For each way, how many primes it counted, and how many parts saw another one move. */
const ways = (output: string): Record<string, { primes: number; saw: number }> =>
  Object.fromEntries(
    [
      ...output.matchAll(/^(.+): (\d+) primes, about .+\n {2}(\d) of 4 parts saw another move$/gm),
    ].map(([, how, primes, saw]) => [how, { primes: Number(primes), saw: Number(saw) }]),
  );

/** A thread that the machine leaves alone for the length of a part may see nothing. */
const SOME_OF_FOUR = 2;

describe('who gets a core', onARealClock, () => {
  beforeEach(() => take('who-gets-a-core'));

  it('lets parts see each other move only in threads of their own', () => {
    const { 'two workers': twoWorkers, ...others } = ways(run());
    const alone = { primes: 176_302, saw: 0 };
    expect(others).toEqual({ 'one by one': alone, 'Promise.all': alone, 'one worker': alone });
    expect(twoWorkers?.primes).toBe(176_302);
    expect(twoWorkers?.saw).toBeGreaterThanOrEqual(SOME_OF_FOUR);
  });

  it('serves others meanwhile only where workers compute', () => {
    change(
      'main.ts',
      "await measure('one by one'",
      "setInterval(() => console.log('a request'), 20).unref();\nawait measure('one by one'",
    );
    const [beforeWorkers = '', oneWorker = '', twoWorkers = ''] = run().split(
      /^(?:Promise\.all|one worker): /m,
    );
    expect(beforeWorkers).not.toContain('a request');
    expect(oneWorker).toContain('a request');
    expect(twoWorkers).toContain('a request');
  });

  it('lets all see each other move in four workers', () => {
    change('main.ts', 'inWorkers(2, steps)', 'inWorkers(4, steps)');
    expect(ways(run())['two workers']?.saw).toBeGreaterThanOrEqual(SOME_OF_FOUR);
  });

  it('still counts right when there is hardly anything to compute', () => {
    change('parts.ts', 'LIMIT = 2_400_000', 'LIMIT = 40_000');
    for (const { primes } of Object.values(ways(run()))) expect(primes).toBe(4203);
  });
});

describe('split the work', onARealClock, () => {
  beforeEach(() => take('split-the-work'));

  it('has one thread at work at a time as it is given', () => {
    expect(run()).toContain('92938 primes in all\nmost threads at work at once: 1\n');
  });

  it('has two at work when it is solved', () => {
    takeSolution();
    expect(run()).toContain('92938 primes in all\nmost threads at work at once: 2\n');
  });
});
