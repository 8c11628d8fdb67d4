/** Whatever lies in a browser's storage, a page works, and what was valid in it stays. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editsFormat } from '../../src/progress/edits.ts';
import {
  decode,
  type Entries,
  encode,
  type Ledger,
  type LedgerFormat,
  merge,
} from '../../src/progress/ledger.ts';
import { preferencesFormat } from '../../src/progress/preferences.ts';
import { progressFormat } from '../../src/progress/progress.ts';
import { openStorage, type ReaderStorage } from '../../src/progress/storage.ts';
import { anyEdits, anyPreferences, anyProgress } from './ledgers.ts';

/** Of a format: any text, any JSON, and what the course has written with some of it cut, changed or exchanged. */
const damaged = (anyLedger: fc.Arbitrary<Ledger<Entries>>): fc.Arbitrary<string> => {
  const written = anyLedger.map(encode);
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const cut = fc.tuple(written, place).map(([text, at]) => text.slice(0, text.length * at));
  const changed = fc
    .tuple(written, place, fc.string({ unit: 'binary', maxLength: 3 }))
    .map(([text, share, inserted]) => {
      const at = Math.floor(text.length * share);
      return text.slice(0, at) + inserted + text.slice(at + inserted.length);
    });
  const exchanged = fc
    .tuple(written, fc.constantFrom('epoch', 'version', 'tables'), fc.jsonValue())
    .map(([text, key, value]) => JSON.stringify({ ...JSON.parse(text), [key]: value }));
  const withMore = fc.tuple(written, fc.string(), fc.jsonValue()).map(([text, name, value]) => {
    const stored = JSON.parse(text);
    // Assigned, `__proto__` would be no property.
    for (const table of Object.values<Record<string, unknown>>(stored.tables))
      Object.defineProperty(table, `${name} !`, { value, enumerable: true });
    return JSON.stringify(stored);
  });
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.json());
  return fc.oneof(written, cut, changed, exchanged, withMore, anything);
};

const anyTexts = fc.record({
  progress: fc.option(damaged(anyProgress)),
  edits: fc.option(damaged(anyEdits)),
  preferences: fc.option(damaged(anyPreferences)),
});

function browser(stored: Readonly<Record<string, string | null>>) {
  const texts = new Map<string, string>();
  for (const [name, text] of Object.entries(stored))
    if (text !== null) texts.set(`unblocked:${name}`, text);
  let now = 100;
  const open = (listen: (tell: (key: string, text: string) => void) => void = () => {}) =>
    openStorage({
      place: {
        read: (key) => texts.get(key) ?? null,
        write: (key, text) => void texts.set(key, text),
      },
      listen,
      now: () => now++,
    });
  return { texts, open };
}

/** Everything that a page does with its storage. */
function use(tab: ReaderStorage): void {
  tab.progress.add({ type: 'lesson-read', lesson: 'a-lesson-of-today' });
  tab.edits.keep('an-edit-of-today', { original: 'x', files: { 'main.ts': '' } });
  tab.preferences.choose('theme', 'light');
  tab.everything.exported();
}

/** Nothing of `before` is missing in `after`: to merge it again changes nothing. */
function expectIn<E extends Entries>(format: LedgerFormat<E>, before: Ledger<E>, after: Ledger<E>) {
  expect(encode(merge(format, after, before))).toBe(encode(after));
}

/** After `use`, on top of what was stored before it. */
function expectKept<E extends Entries>(
  format: LedgerFormat<E>,
  before: string,
  texts: ReadonlyMap<string, string>,
): void {
  const decoded = decode(format, before);
  const text = texts.get(format.key) ?? '';
  if (decoded.type === 'newer') {
    expect(text).toBe(before);
    return;
  }
  const after = decode(format, text);
  if (after.type === 'newer' || after.invalid.length > 0) throw new Error(`Unreadable: ${text}`);
  expectIn(format, decoded.ledger, after.ledger);
  // What could not be read is not thrown away either.
  if (decoded.invalid.length > 0) expect(texts.get(`${format.key}:set-aside`)).toBe(before);
}

test('no bytes stop a page, and what is valid in them stays', () => {
  fc.assert(
    fc.property(anyTexts, ({ progress, edits, preferences }) => {
      const { texts, open } = browser({ progress, edits, preferences });
      const tab = open();
      use(tab);
      if (progress !== null) expectKept(progressFormat, progress, texts);
      if (edits !== null) expectKept(editsFormat, edits, texts);
      if (preferences !== null) expectKept(preferencesFormat, preferences, texts);
      expect(tab.progress.value.tables.lessons.has('a-lesson-of-today')).toBe(true);
      expect(tab.edits.of('an-edit-of-today')).toBeDefined();
      expect(tab.preferences.value.theme).toBe('light');
    }),
    { numRuns: 300 },
  );
});

test('no bytes that another tab writes stop a page, or take anything from it', () => {
  fc.assert(
    fc.property(anyTexts, anyTexts, (stored, written) => {
      const { open } = browser(stored);
      let tell: (key: string, text: string) => void = () => {};
      const tab = open((listener) => {
        tell = listener;
      });
      use(tab);
      const before = { progress: tab.progress.value, edits: tab.edits.value };
      for (const [name, text] of Object.entries(written))
        if (text !== null) tell(`unblocked:${name}`, text);
      expectIn(progressFormat, before.progress, tab.progress.value);
      expectIn(editsFormat, before.edits, tab.edits.value);
      use(tab);
    }),
    { numRuns: 300 },
  );
});
