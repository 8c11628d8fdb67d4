import { beforeEach, describe, expect, it } from 'vitest';
import { experimentsOf, onARealClock } from '../support/experiment.ts';

// What the lesson says of these programs, and of the changes that it proposes. Counts only, no clocks.
const { take, change, run } = experimentsOf('01-the-question/01-the-slow-view');

/** For each way, how many of those that arrived while the slow view computed were answered meanwhile. */
const meanwhile = () =>
  Object.fromEntries(
    [...run().matchAll(/^(.+): (\d+) of (\d+) answered meanwhile$/gm)].map(
      ([, how, answered, arrived]) => [
        how,
        { answered: Number(answered), arrived: Number(arrived) },
      ],
    ),
  );

/** Against those of the same run: a busy machine makes all of them late, and fewer arrive. */
function expectMost(counts: { answered: number; arrived: number } | undefined): void {
  expect(counts?.answered).toBeGreaterThan((counts?.arrived ?? Number.POSITIVE_INFINITY) / 2);
}

describe('the slow view', onARealClock, () => {
  beforeEach(() => take('slow-view'));

  it('lets nobody in when it computes in one go, and nearly everybody in slices or in a worker', () => {
    const counts = meanwhile();
    expect(Object.keys(counts)).toEqual(['in one go', 'in slices', 'in a worker']);
    expect(counts['in one go']?.answered).toBe(0);
    expectMost(counts['in slices']);
    expectMost(counts['in a worker']);
  });

  it.each([
    ['no await', ''],
    ['await null', 'await null;'],
  ])('lets nobody in between slices with %s', (_, instead) => {
    change('slow-view.ts', 'await nextTurn();', instead);
    expect(meanwhile()['in slices']?.answered).toBe(0);
  });

  it('can be repaired as the last task asks', () => {
    change(
      'slow-view.ts',
      "  compute('slow view', SLOW_MS);\n}\n\nexport async function inSlices",
      '  await inSlices();\n}\n\nexport async function inSlices',
    );
    expectMost(meanwhile()['in one go']);
  });
});

describe('three async views', onARealClock, () => {
  beforeEach(() => take('async-is-not-enough'));

  it('let the other user in only where they wait for the loop', () => {
    expect(run()).toBe(
      'withoutAwait: the other user was kept waiting\n' +
        'awaitingNothing: the other user was kept waiting\n' +
        'lettingTheLoopTurn: the other user was let in\n',
    );
  });

  it('let the other user in when the middle one waits for a timer', () => {
    change('main.ts', 'await null;', 'await sleep(0);');
    change(
      'main.ts',
      "import { setImmediate as nextTurn } from 'node:timers/promises';",
      "import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';",
    );
    expect(run()).toContain('awaitingNothing: the other user was let in');
  });
});
