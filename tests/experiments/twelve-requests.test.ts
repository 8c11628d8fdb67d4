import { beforeEach, describe, expect, it } from 'vitest';
import { experimentsOf, onARealClock } from '../support/experiment.ts';

// What the lesson says of this program, and of the changes that it proposes.
const { take, change, run } = experimentsOf('06-in-production/02-the-decision-guide');
beforeEach(() => take('twelve-requests'));

/** For each placement: waits, empty, lost, written. */
function costs(): Record<string, readonly number[]> {
  const printed = run();
  return Object.fromEntries(
    [...printed.matchAll(/^(\w[\w ]+?) +(\d+) +(\d+) +(\d+) +(\d+)$/gm)].map(
      ([, placement, ...numbers]) => [placement, numbers.map(Number)],
    ),
  );
}

describe('twelve requests', onARealClock, () => {
  it('cost in four ways, and nothing but four jobs in the queue where each is in its place', () => {
    const { 'all afterwards': later, ...others } = costs();
    expect(others).toEqual({
      'all in the view': [8, 0, 0, 0],
      'all in the queue': [0, 4, 0, 12],
      'each in its place': [0, 0, 0, 4],
    });
    const [waits, empty, lost = 0, written] = later ?? [];
    expect([waits, empty, written]).toEqual([0, 4, 0]);
    expect(lost).toBeGreaterThan(0);
  });

  it('lose nothing when the kill comes one request earlier', () => {
    change('shop.ts', 'KILLED_AFTER = 8', 'KILLED_AFTER = 7');
    expect(costs()['all afterwards']).toEqual([0, 4, 0, 0]);
  });

  it('write eight jobs down when page views must survive', () => {
    change(
      'shop.ts',
      'count: { inResponse: false, mustSurvive: false }',
      'count: { inResponse: false, mustSurvive: true }',
    );
    expect(costs()['each in its place']).toEqual([0, 0, 0, 8]);
  });

  it('come without a result when a mail is to be in the response and to survive', () => {
    change('shop.ts', 'mail: { inResponse: false', 'mail: { inResponse: true');
    expect(costs()['each in its place']).toEqual([0, 4, 0, 4]);
  });
});
