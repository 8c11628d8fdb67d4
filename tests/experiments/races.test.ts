import { beforeEach, describe, expect, it } from 'vitest';
import { experimentsOf, onARealClock } from '../support/experiment.ts';

// What the lesson says of these programs, and of the changes that it proposes. Counts only, no clocks.
const { take, takeSolution, change, run, runFor } = experimentsOf(
  '03-threads-and-processes/04-races',
);

/** A race shows itself in most runs; no run has to be one of them. */
function runUntil(isSeen: (output: string) => boolean, most = 40): boolean {
  for (let n = 0; n < most; n++) if (isSeen(run())) return true;
  return false;
}

describe('one number, two threads', onARealClock, () => {
  beforeEach(() => take('one-number'));

  /** For each way, how many of the requests are missing. */
  const missing = (output = run()) =>
    Object.fromEntries(
      [...output.matchAll(/^(.+): (\d+) of (\d+) counted$/gm)].map(([, way, counted, answered]) => [
        way,
        Number(answered) - Number(counted),
      ]),
    );

  it('lose requests between read and write, sooner or later, and never otherwise', () => {
    expect(
      runUntil((output) => {
        const { 'read, add, write': lost, ...others } = missing(output);
        expect(others).toEqual({ 'in one step': 0, 'with a lock': 0 });
        return lost !== undefined && lost > 0;
      }),
    ).toBe(true);
  });

  it('lose many where they do nothing but count', () => {
    change('counting.ts', 'n < 10_000', 'n < 10');
    change('main.ts', '2_000', '100_000');
    expect(runUntil((output) => (missing(output)['read, add, write'] ?? 0) > 1_000)).toBe(true);
  });

  it('lose nothing where there is only one', () => {
    change('counting.ts', 'THREADS = 2', 'THREADS = 1');
    for (let n = 0; n < 3; n++) {
      expect(missing()).toEqual({ 'read, add, write': 0, 'in one step': 0, 'with a lock': 0 });
    }
  });

  it('lose nothing where whoever was overtaken tries again', () => {
    change(
      'counting.ts',
      "'read, add, write'(memory) {\n    const seen = Atomics.load(memory, COUNT);\n    Atomics.store(memory, COUNT, seen + 1);",
      "'read, add, write'(memory) {\n    let seen;\n    do {\n      seen = Atomics.load(memory, COUNT);\n    } while (Atomics.compareExchange(memory, COUNT, seen, seen + 1) !== seen);",
    );
    change('counting.ts', 'n < 10_000', 'n < 10');
    for (let n = 0; n < 3; n++) expect(missing()['read, add, write']).toBe(0);
  });

  it('stand before the lock for ever when it is not given back', () => {
    change('counting.ts', '    Atomics.store(memory, LOCK, 0); // give it back\n', '');
    const stdout = runFor(3_000);
    expect(stdout).toContain('in one step');
    expect(stdout).not.toContain('with a lock');
  });
});

describe('all six orders', onARealClock, () => {
  beforeEach(() => take('six-orders'));

  const counts = () =>
    Object.fromEntries([...run().matchAll(/^([AB]+): count (\d)/gm)].map(([, k, n]) => [k, n]));

  it('lose an addition in four, and in the same four every time', () => {
    const expected = { AABB: '2', ABAB: '1', ABBA: '1', BAAB: '1', BABA: '1', BBAA: '2' };
    expect(counts()).toEqual(expected);
    expect(counts()).toEqual(expected);
  });

  it('lose none where the second step adds', () => {
    change(
      'thread.ts',
      '  const written = seen + 1;\n  Atomics.store(count, 0, written);\n',
      '  const written = Atomics.add(count, 0, 1) + 1;\n',
    );
    expect(new Set(Object.values(counts()))).toEqual(new Set(['2']));
  });

  it('lose two of four in a longer one', () => {
    change('main.ts', "'AABB',", "'ABABABAB',");
    expect(counts()['ABABABAB']).toBe('2');
  });
});

describe('three tickets, one thread', onARealClock, () => {
  beforeEach(() => take('three-tickets'));

  const sold = (output = run()) =>
    Object.fromEntries(
      [...output.matchAll(/^(.+): (\d) tickets sold, stock says (-?\d)$/gm)].map(
        ([, how, n, stock]) => [how, { sold: Number(n), stock: Number(stock) }],
      ),
    );

  it('are sold too often with an await in the gap, and never in one step', () => {
    expect(
      runUntil((output) => {
        const { 'read, then write': gap, 'in one step': closed } = sold(output);
        expect(closed).toEqual({ sold: 3, stock: 0 });
        return (gap?.sold ?? 0) > 3;
      }, 10),
    ).toBe(true);
  });

  it('are sold too often with an await in the middle of the one step', () => {
    change('main.ts', '    stock -= 1;', '    await travel();\n    stock -= 1;');
    expect(
      runUntil((output) => {
        const { sold: tickets = 0, stock = 0 } = sold(output)['in one step'] ?? {};
        return tickets > 3 && stock < 0;
      }, 10),
    ).toBe(true);
  });

  it('are sold too often after a second look as well', () => {
    change(
      'main.ts',
      '  await database.writeStock(left - 1);',
      '  if ((await database.readStock()) !== left) return readThenWrite();\n  await database.writeStock(left - 1);',
    );
    expect(runUntil((output) => (sold(output)['read, then write']?.sold ?? 0) > 3)).toBe(true);
  });
});

describe('one at a time', onARealClock, () => {
  beforeEach(() => take('one-at-a-time'));

  it('sells five of three as it is given, and three with the lock', () => {
    expect(run()).toContain('user 5 has a ticket');
    takeSolution();
    expect(run()).toBe(
      'user 1 has a ticket\nuser 2 has a ticket\nuser 3 has a ticket\n' +
        'user 4 is too late\nuser 5 is too late\nstock says 0\n',
    );
  });
});
