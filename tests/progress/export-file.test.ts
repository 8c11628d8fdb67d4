import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editsFormat } from '../../src/progress/edits.ts';
import { exportText, readExport } from '../../src/progress/export-file.ts';
import { empty } from '../../src/progress/ledger.ts';
import { preferencesFormat } from '../../src/progress/preferences.ts';
import { anyProgress } from './ledgers.ts';

const nothing = { edits: empty(editsFormat), preferences: empty(preferencesFormat) };
const moment = Date.UTC(2026, 10, 22);
const textOf = (progress: Parameters<typeof exportText>[0]['progress']) =>
  exportText({ progress, ...nothing }, moment);

test('gives back what it was given', () => {
  fc.assert(
    fc.property(anyProgress, (progress) => {
      expect(readExport(textOf(progress))).toEqual({
        type: 'read',
        stored: { progress, ...nothing },
        invalid: [],
      });
    }),
  );
});

test('keeps all that is valid, and names the rest', () => {
  fc.assert(
    fc.property(anyProgress, fc.jsonValue(), (progress, entry) => {
      const file = JSON.parse(textOf(progress));
      file.progress.tables.lessons['Not A Name'] = entry;
      file.edits = 7;
      expect(readExport(JSON.stringify(file))).toEqual({
        type: 'read',
        stored: { progress, ...nothing },
        invalid: ['progress: tables.lessons.Not A Name', 'edits: all of it'],
      });
    }),
  );
});

describe('is refused in words that say what it is', () => {
  test.each([
    ['', /not JSON/],
    ['{"format":"unblo', /cut off/],
    ['[]', /not exported from this course/],
    ['{"format":"other","version":1}', /not exported from this course/],
    ['{"format":"unblocked","version":2}', /newer version/],
    ['{"format":"unblocked","version":1,"progress":{"version":99}}', /newer version/],
  ])('%s', (text, reason) => {
    expect(readExport(text)).toEqual({ type: 'refused', reason: expect.stringMatching(reason) });
  });

  test('or read, but never thrown at the reader, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        readExport(text);
        readExport(`{"format":"unblocked","version":1,"progress":${JSON.stringify(text)}}`);
      }),
    );
  });
});
