import { beforeEach, describe, expect, it } from 'vitest';
import { experimentsOf, onARealClock } from '../support/experiment.ts';

// What the lesson says of these programs, and of the changes that it proposes. Counts and orders only, no clocks.
const { take, takeSolution, change, outcome } = experimentsOf(
  '03-threads-and-processes/01-a-thread-in-a-view',
);

const run = () => {
  const { stdout, status } = outcome();
  const [, firstWay = '', secondWay = ''] = stdout.split(/^(?:waiting for it|started and left)$/m);
  return { stdout, status, firstWay, secondWay };
};

const howOften = (text: string, found: RegExp) => [...text.matchAll(found)].length;

describe('a thread in a view', onARealClock, () => {
  beforeEach(() => take('thread-in-a-view'));

  it('tells the customer of a failure only where the view waits', () => {
    const { firstWay, secondWay, status } = run();
    expect(status).toBe(0);
    expect(howOften(firstWay, /customer \d: sent/g)).toBe(3);
    expect(firstWay).toContain('customer 3: sorry, it failed');
    expect(howOften(secondWay, /customer \d: accepted/g)).toBe(4);
  });

  it('sends the same mails either way, and writes the third down as turned away', () => {
    const { firstWay, secondWay } = run();
    for (const way of [firstWay, secondWay]) expect(howOften(way, /mail \d is out/g)).toBe(3);
    expect(secondWay).toContain('log: mail 3 was turned away');
  });

  it('sends no mail when a deploy comes after the last answer', () => {
    change(
      'main.ts',
      "performance.mark('result', { detail: { accepted: accepted.length } });",
      'process.exit();',
    );
    const { secondWay } = run();
    expect(howOften(secondWay, /accepted/g)).toBe(4);
    expect(secondWay).not.toContain('is out');
  });

  it('ends when nobody listens for the error of a thread', () => {
    change(
      'main.ts',
      "  thread.on('error', (error) => console.log('  log:', error.message));\n",
      '',
    );
    const { secondWay, status } = run();
    expect(status).toBe(1);
    expect(howOften(secondWay, /accepted/g)).toBe(4);
  });

  it('says nothing of mail 3 when the listener does nothing', () => {
    change('main.ts', "(error) => console.log('  log:', error.message)", '() => {}');
    const { secondWay, status } = run();
    expect(status).toBe(0);
    expect(secondWay).not.toContain('mail 3');
  });

  it('has as many threads as there are orders', () => {
    change('main.ts', 'ORDERS = 4', 'ORDERS = 8');
    change('main.ts', 'EVERY_MS = 30', 'EVERY_MS = 0');
    expect(run().stdout).toContain('most threads at once: 8');
  });
});

describe('the waiting room', onARealClock, () => {
  beforeEach(() => take('waiting-room'));

  it('has a thread for every order as it is given', () => {
    const { stdout } = run();
    expect(stdout).toContain('accepted 8, refused 0\n');
    expect(stdout).toContain('most threads at once: 8\n');
  });

  it('has two threads, three that wait, and refuses the rest when it is solved', () => {
    takeSolution();
    const { stdout } = run();
    expect(stdout).toContain('accepted 5, refused 3\n');
    expect(stdout).toContain('most threads at once: 2\n');
    expect(howOften(stdout, /mail \d is out/g)).toBe(4);
    expect(stdout).toContain('log: mail 3: Error: no such address\n');
  });
});
