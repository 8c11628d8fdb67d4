import { beforeEach, describe, expect, it } from 'vitest';
import { experimentsOf, onARealClock } from '../support/experiment.ts';

// What the lesson says of its programs, of every schedule, and of the changes that it proposes.
const { take, change, read, run } = experimentsOf(
  '04-work-that-must-outlive-the-request/02-a-durable-queue',
);

describe('a queue, a worker, a kill', onARealClock, () => {
  beforeEach(() => take('durable-queue'));

  it.each([
    ['early', 'before', '1111101111'],
    ['early', 'after', '1111111111'],
    ['late', 'before', '1111111111'],
    ['late', 'after', '1111121111'],
  ])('acknowledged %s and killed %s the effect: %s', (ack, kill, digits) => {
    change('worker.ts', "'early' | 'late' = 'late'", `'early' | 'late' = '${ack}'`);
    change('main.ts', "'before' | 'after' = 'after'", `'before' | 'after' = '${kill}'`);
    expect(run()).toBe(
      'first life: ended by SIGKILL\n' +
        'second life: ended by itself, 0\n' +
        `killed ${kill} the effect of job 6\n` +
        `e-mails of jobs 1 to 10: ${digits}\n`,
    );
  });

  it('is as it stands the one that acknowledges late and is killed after the effect', () => {
    expect(run()).toContain('1111121111');
  });

  it('is a queue and a worker in 60 lines', () => {
    const lines = ['queue.ts', 'worker.ts'].map((file) => read(file).trimEnd().split('\n').length);
    expect(lines.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(60);
  });
});

describe('the coin and the kill', onARealClock, () => {
  beforeEach(() => take('any-moment'));

  const coin = 'Math.random()';
  it.each([
    ['before', '0', 'early 0, late 1'],
    ['after', '1', 'early 1, late 2'],
  ])('has one worker right when it falls on %s', (side, value, emails) => {
    change('main.ts', coin, value);
    expect(run()).toBe(`killed ${side} the effect; e-mails of that job: ${emails}\n`);
  });

  it.each([
    ['before', '0', 'early 0, late 1'],
    ['after', '1', 'early 1, late 1'],
  ])(
    'has the late worker right when it falls on %s and the mail server keeps keys',
    (_, value, emails) => {
      change('main.ts', coin, value);
      change(
        'main.ts',
        "if (!kill || KILL === 'after') mailed.push(job);",
        "if ((!kill || KILL === 'after') && !mailed.includes(job)) mailed.push(job);",
      );
      expect(run()).toContain(`: ${emails}\n`);
    },
  );
});
