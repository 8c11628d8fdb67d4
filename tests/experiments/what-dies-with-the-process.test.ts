import { beforeEach, describe, expect, it } from 'vitest';
import { experimentsOf, onARealClock } from '../support/experiment.ts';

// What the lesson says of its program, and of the changes that it proposes.
const { take, change, run } = experimentsOf(
  '04-work-that-must-outlive-the-request/01-what-dies-with-the-process',
);
beforeEach(() => take('killed-process'));

describe('ten promises and a kill', onARealClock, () => {
  it('loses what was under way and what was waiting, and the second life is well', () => {
    expect(run()).toBe(
      'first life: ended by SIGKILL\n' +
        'second life: ended by itself, 0\n' +
        'answered: 12 visitors\n' +
        'e-mails of visitors 1 to 12: 111111000011\n' +
        'promised and lost: 4\n',
    );
  });

  it('loses as much by a SIGTERM to which nobody listens', () => {
    change('main.ts', "'SIGKILL'", "'SIGTERM'");
    const output = run();
    expect(output).toMatch(/^first life: ended by SIGTERM$/m);
    expect(output).toMatch(/^promised and lost: 4$/m);
  });

  it.each([
    ['1', 10],
    ['10', 1],
  ])('killed at e-mail %s loses %i', (at, lost) => {
    change('main.ts', 'KILL_AT = 7', `KILL_AT = ${at}`);
    expect(run()).toContain(`promised and lost: ${lost}\n`);
  });

  it('breaks no promise where visitors are answered when the e-mail is sent', () => {
    const answer = '  process.send?.({ answered: visitor });\n';
    change('web.ts', answer, '');
    const end = '{ start });\n';
    change('web.ts', end, end + answer);
    const output = run();
    expect(output).toContain('answered: 8 visitors\n');
    expect(output).toContain('e-mails of visitors 1 to 12: 111111000011\n');
    expect(output).toContain('promised and lost: 0\n');
  });
});
