import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode } from '../../src/progress/ledger.ts';
import {
  emptyProgress,
  mergeProgress,
  type Progress,
  progressFormat,
} from '../../src/progress/progress.ts';
import { anyProgress, isEmpty } from './ledgers.ts';

const read = (text: string) => {
  const decoded = decode(progressFormat, text);
  if (decoded.type !== 'read') throw new Error(`Expected a ledger, found ${decoded.type}`);
  return decoded;
};

describe('the codec', () => {
  test('gives back what it was given', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        expect(read(encode(progress))).toEqual({ type: 'read', ledger: progress, invalid: [] });
      }),
    );
  });

  test('never throws, whatever the text, and names that it could not be read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const decoded = decode(progressFormat, text);
        if (decoded.type === 'newer') return;
        expect(isEmpty(decoded.ledger)).toBe(true);
        expect(decoded.invalid).not.toEqual([]);
      }),
    );
  });

  test('never throws, whatever is in the place of a table or an entry', () => {
    const tables = fc.dictionary(
      fc.constantFrom('lessons', 'questions', 'predictions', 'drafts', '__proto__', 'unknown'),
      fc.oneof(
        fc.jsonValue(),
        fc.dictionary(fc.constantFrom('a1', '__proto__', 'x y'), fc.jsonValue()),
      ),
    );
    fc.assert(
      fc.property(tables, fc.jsonValue(), (tables, epoch) => {
        read(JSON.stringify({ version: 2, epoch, tables }));
      }),
    );
  });

  test('keeps every valid entry beside an invalid one, and names the invalid one', () => {
    const tableNames = fc.constantFrom(
      'lessons',
      'experiments',
      'exercises',
      'questions',
      'reasons',
      'drafts',
      'predictions',
    );
    const broken = fc.oneof(
      fc.constant({}),
      fc.constant([]),
      fc.constant({ at: -1 }),
      fc.constant({ at: 1.5 }),
      fc.constant({ attempts: [{ at: 1 }] }),
      fc.string(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(anyProgress, tableNames, broken, (progress, table, entry) => {
        const stored = JSON.parse(encode(progress));
        stored.tables[table]['broken-one'] = entry;
        const { ledger, invalid } = read(JSON.stringify(stored));
        expect(ledger).toEqual(progress);
        expect(invalid).toEqual([`tables.${table}.broken-one`]);
      }),
    );
  });

  test('names that no author could give are not entries', () => {
    const entry = { at: 1 };
    const lessons = { 'the-slow-view': entry, 'The Slow View': entry, '': entry };
    const text = JSON.stringify({ version: 2, epoch: 0, tables: { lessons } });
    const { ledger, invalid } = read(text.replace('""', '"__proto__"'));
    expect([...ledger.tables.lessons.keys()]).toEqual(['the-slow-view']);
    expect(invalid).toHaveLength(2);
  });

  test('a moment that nothing could follow is invalid, so that no entry is stuck for ever', () => {
    const lessons = { x: { at: 8.64e15 } };
    const stored = { version: 2, epoch: Number.MAX_SAFE_INTEGER, tables: { lessons } };
    expect(read(JSON.stringify(stored))).toMatchObject({
      ledger: emptyProgress,
      invalid: ['epoch', 'tables.lessons.x'],
    });
  });

  test('what version 1 wrote is read whole', () => {
    const attempt = { at: 7, revision: 1, correct: true, misconceptions: [] };
    const tables = {
      lessons: { 'the-slow-view': { at: 5 } },
      questions: { 'who-waits': { at: 7, attempts: [attempt] } },
    };
    const { ledger, invalid } = read(JSON.stringify({ version: 1, erasedAt: 3, tables }));
    expect(invalid).toEqual([]);
    expect(ledger.epoch).toBe(3);
    expect(ledger.tables.lessons.get('the-slow-view')).toEqual({ at: 5 });
    expect(ledger.tables.questions.get('who-waits')?.attempts).toEqual([attempt]);
  });

  test('what a later version wrote is not read, and not called invalid', () => {
    const text = encode(emptyProgress).replace('"version":2', '"version":3');
    expect(decode(progressFormat, text)).toEqual({ type: 'newer' });
  });
});

describe('merging', () => {
  const same = (a: Progress, b: Progress) => {
    expect(encode(a)).toBe(encode(b));
  };

  test('comes to the same in any order', () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, (a, b) =>
        same(mergeProgress(a, b), mergeProgress(b, a)),
      ),
    );
    fc.assert(
      fc.property(anyProgress, anyProgress, anyProgress, (a, b, c) =>
        same(mergeProgress(mergeProgress(a, b), c), mergeProgress(a, mergeProgress(b, c))),
      ),
    );
  });

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, (a, b) => {
        same(mergeProgress(a, a), a);
        same(mergeProgress(mergeProgress(a, b), b), mergeProgress(a, b));
      }),
    );
  });

  test('with nothing changes nothing', () => {
    fc.assert(fc.property(anyProgress, (a) => same(mergeProgress(a, emptyProgress), a)));
  });
});
