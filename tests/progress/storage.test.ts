import { describe, expect, test } from 'vitest';
import { MAX_EDIT_SIZE, MAX_EDITS_SIZE } from '../../src/progress/edits.ts';
import { readExport } from '../../src/progress/export-file.ts';
import { openStorage, themeSnippet } from '../../src/progress/storage.ts';
import type { Place } from '../../src/progress/stored-ledger.ts';

/** A browser: a place that all its tabs share, which tells the other tabs what one has written. */
function browser() {
  const texts = new Map<string, string>();
  const tabs: ((key: string, text: string) => void)[] = [];
  let time = 1000;
  let room = Number.POSITIVE_INFINITY;
  let isDeaf = false;
  return {
    texts,
    setRoom: (codeUnits: number) => {
      room = codeUnits;
    },
    setTime: (at: number) => {
      time = at;
    },
    /** Without events a tab learns of the others only when it writes. */
    setDeaf: () => {
      isDeaf = true;
    },
    /** What a tab writes that read before the others wrote. */
    writeOverOthers(key: string, text: string) {
      texts.set(key, text);
      for (const tab of tabs) tab(key, text);
    },
    open() {
      let own: ((key: string, text: string) => void) | undefined;
      const place: Place = {
        read: (key) => texts.get(key) ?? null,
        write(key, text) {
          if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
          texts.set(key, text);
          if (!isDeaf) for (const tab of tabs) if (tab !== own) tab(key, text);
        },
      };
      return openStorage({
        place,
        listen(onStored) {
          own = onStored;
          tabs.push(onStored);
        },
        now: () => time++,
      });
    },
  };
}

const lesson = (name: string) => ({ type: 'lesson-read', lesson: name }) as const;
const lessonsOf = (tab: ReturnType<typeof openStorage>) => [
  ...tab.progress.value.tables.lessons.keys(),
];

describe('two tabs', () => {
  test('tell each other', () => {
    const { open } = browser();
    const [one, two] = [open(), open()];
    const seen: number[] = [];
    two.progress.subscribe(({ tables }) => seen.push(tables.lessons.size));
    one.progress.add(lesson('a'));
    one.progress.add(lesson('b'));
    expect(seen).toEqual([0, 1, 2]);
  });

  test('lose nothing of each other where one did not hear of the other', () => {
    const { open, setDeaf } = browser();
    setDeaf();
    const [one, two] = [open(), open()];
    one.progress.add(lesson('a'));
    two.progress.add(lesson('b'));
    one.progress.add(lesson('c'));
    expect(lessonsOf(open()).sort()).toEqual(['a', 'b', 'c']);
  });

  test('lose nothing where one wrote over the other', () => {
    const { open, texts, writeOverOthers } = browser();
    open().progress.add(lesson('a'));
    const overtaken = [...texts];
    const two = open();
    two.progress.add(lesson('b'));
    for (const [key, text] of overtaken) writeOverOthers(key, text);
    expect(lessonsOf(open())).toEqual(['a', 'b']);
  });
  test('an erasure in one is one in the other', () => {
    const { open } = browser();
    const [one, two] = [open(), open()];
    one.progress.add(lesson('a'));
    two.progress.add({ type: 'erased' });
    expect(lessonsOf(one)).toEqual([]);
    one.progress.add(lesson('b'));
    expect(lessonsOf(two)).toEqual(['b']);
  });

  test('what is done later counts as later, even where the clock was put back', () => {
    const { open, setTime } = browser();
    const tab = open();
    tab.preferences.choose('theme', 'dark');
    setTime(5);
    tab.preferences.choose('theme', 'light');
    expect(open().preferences.value.theme).toBe('light');
  });
});

describe('a place that is full', () => {
  test('is told once, and everything goes on in memory', () => {
    const { open, setRoom } = browser();
    setRoom(0);
    const tab = open();
    const told: (string | undefined)[] = [];
    tab.storageTrouble.subscribe((sentence) => told.push(sentence));
    tab.progress.add(lesson('a'));
    tab.progress.add(lesson('b'));
    expect(lessonsOf(tab)).toEqual(['a', 'b']);
    expect(told).toEqual([undefined, expect.stringMatching(/no room left/)]);
  });

  test('gets everything once there is room again, and the notice goes', () => {
    const { open, setRoom } = browser();
    setRoom(0);
    const tab = open();
    tab.progress.add(lesson('a'));
    setRoom(10_000);
    tab.progress.add(lesson('b'));
    expect(tab.storageTrouble.value).toBeUndefined();
    expect(lessonsOf(open())).toEqual(['a', 'b']);
  });

  test('keeps the notice as long as one of its parts is not stored', () => {
    const { open, setRoom } = browser();
    setRoom(300);
    const tab = open();
    tab.edits.keep('slow-view', { original: 'x', files: { 'main.ts': 'y'.repeat(1000) } });
    tab.preferences.choose('theme', 'dark');
    expect(tab.storageTrouble.value).toMatch(/no room left/);
  });
});

test('a place that is forbidden leaves everything to memory, and says so once', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const tab = openStorage({ place: { read: refuse, write: refuse }, listen() {}, now: () => 1 });
  const told: (string | undefined)[] = [];
  tab.storageTrouble.subscribe((sentence) => told.push(sentence));
  tab.progress.add(lesson('a'));
  tab.preferences.choose('theme', 'dark');
  expect(lessonsOf(tab)).toEqual(['a']);
  expect(tab.preferences.value.theme).toBe('dark');
  expect(told).toEqual([undefined, expect.stringMatching(/does not let this site store/)]);
});

describe('a place that is damaged', () => {
  test('is put aside as it was, the readable rest is in use, and the notice comes once', () => {
    const { open, texts } = browser();
    open().progress.add(lesson('a'));
    const damaged =
      texts.get('unblocked:progress')?.replace('"questions":{}', '"questions":7') ?? '';
    texts.set('unblocked:progress', damaged);

    const tab = open();
    expect(lessonsOf(tab)).toEqual(['a']);
    expect(tab.storageTrouble.value).toMatch(/could not be read. It was put aside/);
    expect(texts.get('unblocked:progress:set-aside')).toBe(damaged);

    const later = open();
    expect(lessonsOf(later)).toEqual(['a']);
    expect(later.storageTrouble.value).toBeUndefined();
  });

  test('is not overwritten where there is no room to put it aside', () => {
    const { open, setRoom, texts } = browser();
    texts.set('unblocked:progress', 'nonsense');
    setRoom(0);
    const tab = open();
    tab.progress.add(lesson('a'));
    expect(lessonsOf(tab)).toEqual(['a']);
    expect(texts.get('unblocked:progress')).toBe('nonsense');
  });
});

test('what a newer version of the course has written is left alone', () => {
  const { open, texts } = browser();
  const newer = '{"version":99,"lessons":["a"]}';
  texts.set('unblocked:progress', newer);
  const tab = open();
  tab.progress.add(lesson('b'));
  expect(lessonsOf(tab)).toEqual(['b']);
  expect(texts.get('unblocked:progress')).toBe(newer);
  expect(tab.storageTrouble.value).toMatch(/newer version/);
});

describe('edits', () => {
  const files = { 'main.ts': 'console.log(1)' };

  test('come back with the hash of what they were made from', () => {
    const { open } = browser();
    expect(open().edits.keep('slow-view', { original: 'sha256-1', files })).toBeUndefined();
    expect(open().edits.of('slow-view')).toMatchObject({ original: 'sha256-1', files });
    expect(open().edits.of('another')).toBeUndefined();
  });

  test('a reset reaches the other tabs, and an edit after it counts', () => {
    const { open } = browser();
    const [one, two] = [open(), open()];
    one.edits.keep('slow-view', { original: 'sha256-1', files });
    two.edits.forget('slow-view');
    expect(one.edits.of('slow-view')).toBeUndefined();
    one.edits.keep('slow-view', { original: 'sha256-1', files });
    expect(two.edits.of('slow-view')).toMatchObject({ files });
  });

  test('have a bound each and together, and say so', () => {
    const tab = browser().open();
    const big = { 'main.ts': 'x'.repeat(MAX_EDIT_SIZE - 'main.ts'.length) };
    const bigger = { 'main.ts': `${big['main.ts']}x` };
    expect(tab.edits.keep('a', { original: '', files: bigger })).toMatch(/longer than 64 kB/);
    for (let n = 0; n < MAX_EDITS_SIZE / MAX_EDIT_SIZE; n++)
      expect(tab.edits.keep(`e${n}`, { original: '', files: big })).toBeUndefined();
    expect(tab.edits.keep('one-more', { original: '', files })).toMatch(/Reset one/);
    expect(tab.edits.keep('e0', { original: '', files: big })).toBeUndefined();
    tab.edits.erase();
    expect(tab.edits.of('e0')).toBeUndefined();
    expect(tab.edits.keep('one-more', { original: '', files })).toBeUndefined();
  });
});

describe('preferences', () => {
  test('have a default until one is chosen', () => {
    const { open } = browser();
    expect(open().preferences.value).toEqual({ theme: 'auto', engine: 'auto', 'quiz-view': 'one' });
    open().preferences.choose('quiz-view', 'all');
    expect(open().preferences.value['quiz-view']).toBe('all');
  });

  test('that nobody could have chosen are set aside', () => {
    const before = browser();
    before.open().preferences.choose('theme', 'dark');
    const key = 'unblocked:preferences';
    // Another visit: a tab that is still open would remember the theme, and give it back.
    const { open, texts } = browser();
    texts.set(key, before.texts.get(key)?.replace('dark', 'pink') ?? '');
    const tab = open();
    expect(tab.preferences.value.theme).toBe('auto');
    expect(tab.storageTrouble.value).toMatch(/put aside/);
  });

  test('the snippet for the head knows where a theme is stored', () => {
    const { open, texts } = browser();
    const root = { dataset: {} as Record<string, string> };
    const run = () =>
      new Function('localStorage', 'document', themeSnippet)(
        { getItem: (key: string) => texts.get(key) ?? null },
        { documentElement: root },
      );
    run();
    expect(root.dataset).toEqual({});
    open().preferences.choose('theme', 'dark');
    run();
    expect(root.dataset).toEqual({ theme: 'dark' });
  });
});

test('a listener hears the present value, every change, and nothing after it left', () => {
  const tab = browser().open();
  const heard: string[] = [];
  const leave = tab.preferences.subscribe(({ theme }) => heard.push(theme));
  tab.preferences.choose('theme', 'dark');
  leave();
  tab.preferences.choose('theme', 'light');
  expect(heard).toEqual(['auto', 'dark']);
});

describe('a file of everything', () => {
  const opened = (tab: ReturnType<typeof openStorage>) => {
    const file = readExport(tab.everything.exported());
    if (file.type !== 'read') throw new Error(file.reason);
    return file.stored;
  };

  test('is taken to another browser, and added to what is there', () => {
    const one = browser().open();
    one.progress.add(lesson('a'));
    one.edits.keep('slow-view', { original: 'x', files: { 'main.ts': '1' } });
    one.preferences.choose('theme', 'dark');
    const two = browser().open();
    two.progress.add(lesson('b'));
    two.everything.take(opened(one), 'merge');
    expect(lessonsOf(two).sort()).toEqual(['a', 'b']);
    expect(two.edits.of('slow-view')?.files).toEqual({ 'main.ts': '1' });
    expect(two.preferences.value.theme).toBe('dark');
  });

  test('takes the place of everything, in all tabs, and what comes after it counts', () => {
    const one = browser().open();
    one.progress.add(lesson('a'));
    const { open, setTime } = browser();
    // The other browser's clock is years ahead: what it has is later than all that is in the file.
    setTime(10_000_000);
    const [two, three] = [open(), open()];
    two.progress.add(lesson('b'));
    three.edits.keep('slow-view', { original: 'x', files: { 'main.ts': '1' } });
    two.everything.take(opened(one), 'replace');
    expect([two, three].map(lessonsOf)).toEqual([['a'], ['a']]);
    expect(three.edits.of('slow-view')).toBeUndefined();
    three.progress.add(lesson('c'));
    expect([two, three, open()].map((tab) => lessonsOf(tab).sort())).toEqual(
      Array(3).fill(['a', 'c']),
    );
  });

  test('of before an erasure brings back what was erased', () => {
    const { open } = browser();
    const [one, two] = [open(), open()];
    one.progress.add(lesson('a'));
    const file = opened(one);
    one.everything.erase();
    expect([one, two].map(lessonsOf)).toEqual([[], []]);
    two.everything.take(file, 'merge');
    expect([one, two].map(lessonsOf)).toEqual([['a'], ['a']]);
  });
});
