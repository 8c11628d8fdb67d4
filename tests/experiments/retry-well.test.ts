import { beforeEach, describe, expect, it } from 'vitest';
import { experimentsOf, onARealClock } from '../support/experiment.ts';

// What the lesson says of these programs, and of the changes that it proposes. Counts only, no clocks.
const { take, change, run } = experimentsOf('05-failure-and-load/01-retry-well');

describe('twenty clients after an outage', onARealClock, () => {
  beforeEach(() => take('retry-herd'));

  /** Of fixed delay, backoff and full jitter, in this order. */
  const counts = () =>
    [...run().matchAll(/once it is up: at most (\d+) at once,\n {2}(\d+) turned away/g)].map(
      ([, mostAtOnce, turnedAway]) => ({
        mostAtOnce: Number(mostAtOnce),
        turnedAway: Number(turnedAway),
      }),
    );
  const herd = { mostAtOnce: 20, turnedAway: 40 };

  it('come back together, however long they wait, unless chance parts them', () => {
    const [fixed, backoff, jitter] = counts();
    expect([fixed, backoff]).toEqual([herd, herd]);
    expect(jitter?.turnedAway).toBeLessThan(herd.turnedAway / 2);
    expect(jitter?.mostAtOnce).toBeLessThan(herd.mostAtOnce);
  });

  it('come back together when all of them draw the same numbers', () => {
    change(
      'main.ts',
      '  async function client(_: unknown, index: number): Promise<void> {\n',
      '  async function client(_: unknown, index: number): Promise<void> {\n    const random = seededRandom(1);\n',
    );
    expect(counts()).toEqual([herd, herd, herd]);
  });

  it('are turned away several times as often when they have little time to spread', () => {
    const before = counts()[2]?.turnedAway ?? 0;
    change('waits.ts', 'LONGEST_MS = 320', 'LONGEST_MS = 80');
    expect(counts()[2]?.turnedAway).toBeGreaterThan(2 * before);
  });

  it('are spread by equal jitter too', () => {
    change('waits.ts', 'random() * backoff(failures)', '(0.5 + random() / 2) * backoff(failures)');
    expect(counts()[2]?.turnedAway).toBeLessThan(herd.turnedAway);
    expect(counts()[2]?.mostAtOnce).toBeLessThan(herd.mostAtOnce);
  });

  it('do no harm where there is room for all', () => {
    change('main.ts', 'ROOM = 4', 'ROOM = 20');
    expect(counts().map(({ turnedAway }) => turnedAway)).toEqual([0, 0, 0]);
  });
});

describe('four payments on a bad day', onARealClock, () => {
  beforeEach(() => take('retry-payment'));

  it('charge Cem three times, unless there is a key', () => {
    expect(run()).toBe(
      'retry every failure: 11 calls, charged: Ada 1, Ben 1, Cem 3, Dora 0\n' +
        'retry what may pass: 8 calls, charged: Ada 1, Ben 1, Cem 3, Dora 0\n' +
        'the same, with a key: 8 calls, charged: Ada 1, Ben 1, Cem 1, Dora 0\n',
    );
  });

  it('do not reach Ben with a smaller limit, and charge Cem twice', () => {
    change('main.ts', 'ATTEMPTS = 4', 'ATTEMPTS = 2');
    expect(run()).toContain('what may pass: 6 calls, charged: Ada 1, Ben 0, Cem 2, Dora 0');
  });

  it('charge Cem three times with a key of each attempt', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what the reader writes
    const key = '`${key}, attempt ${attempt}`';
    change('main.ts', 'charge(customer, key)', `charge(customer, ${key})`);
    expect(run()).toContain('with a key: 8 calls, charged: Ada 1, Ben 1, Cem 3, Dora 0');
  });

  it('charge Cem once where silence is not retried', () => {
    change('main.ts', 'status === undefined || status >= 500', '(status ?? 0) >= 500');
    expect(run()).toContain('what may pass: 6 calls, charged: Ada 1, Ben 1, Cem 1, Dora 0');
  });
});
