import { beforeEach, describe, expect, it } from 'vitest';
import { experimentsOf, onARealClock } from '../support/experiment.ts';

// What the lesson says of this program, and of the changes that it proposes. The jobs are compared with each other in
// one run, by the beats that came: a busy machine makes all of them late.
const {
  take,
  change: changeIn,
  run,
} = experimentsOf('02-waiting-together/02-do-not-block-the-loop');
beforeEach(() => take('three-meters'));

const change = (from: string, to: string) => changeIn('jobs.ts', from, to);

function beats(): Record<string, number> {
  const output = run();
  return Object.fromEntries(
    [...output.matchAll(/^(\w+) took .*\n {2}heart: (\d+) beats/gm)].map(([, job, count]) => [
      job,
      Number(count),
    ]),
  );
}

describe('three meters', onARealClock, () => {
  it('see one of four jobs that holds the loop, and not the one that keeps it busy', () => {
    const { waiting = 0, reading = 0, inSlices = 0, inAWorker = 0 } = beats();
    expect(reading).toBeLessThan(waiting * 0.8);
    expect(inSlices).toBeGreaterThan(reading);
    expect(inAWorker).toBeGreaterThan(reading);
  });

  it('see few beats between slices that are long', () => {
    change('slice < 60', 'slice < 3');
    change("compute('slice', 5)", "compute('slice', 100)");
    // One in each turn.
    expect(beats()['inSlices']).toBeLessThanOrEqual(4);
  });

  it.each([
    [
      'nearly all of the time is waiting',
      'sleep(150)',
      'sleep(290)',
      "compute('read', 150)",
      "compute('read', 10)",
    ],
    [
      'the reading is cut',
      "  compute('read', 150);",
      "  for (let n = 0; n < 15; n++) {\n    compute('read', 10);\n    await nextTurn();\n  }",
    ],
  ])('see more beats when %s', (_, ...changes) => {
    const before = beats()['reading'] ?? Number.NaN;
    for (let i = 0; i < changes.length; i += 2) change(changes[i] ?? '', changes[i + 1] ?? '');
    expect(beats()['reading']).toBeGreaterThan(before);
  });
});
