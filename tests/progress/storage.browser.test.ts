/** Stored progress in a real browser: two tabs of one origin, and storage that is full, forbidden or damaged. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { progressFormat } from '../../src/progress/progress.ts';
import type * as storageModule from '../../src/progress/storage.ts';

type Tab = typeof storageModule & { readonly frame: HTMLIFrameElement };

/** A document of the same origin with a storage module of its own; `prepare` runs in it before the module does. */
async function openTab(prepare = ''): Promise<Tab> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const address = JSON.stringify(new URL('/src/progress/storage.ts', location.href).href);
  const load = `${prepare}; window.module = import(${address})`;
  const script = document.createElement('script');
  script.textContent = load;
  frame.contentDocument?.body.append(script);
  const { module } = frame.contentWindow as unknown as { module: Promise<typeof storageModule> };
  return { ...(await module), frame };
}

const lesson = (name: string) => ({ type: 'lesson-read', lesson: name }) as const;
const lessonsOf = ({ progress }: Tab) => [...progress.value.tables.lessons.keys()].sort();

/** Takes all the room that the browser gives this origin, down to the last code unit. */
function fillStorage(): void {
  for (let size = 2 ** 22, n = 0; size >= 1; n++) {
    try {
      localStorage.setItem(`filling-${n}`, 'x'.repeat(size));
    } catch {
      size = Math.floor(size / 2);
    }
  }
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  localStorage.clear();
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
});

describe('two tabs', () => {
  test('hear of each other, and lose nothing', async () => {
    const [one, two] = [await openTab(), await openTab()];
    expect(lessonsOf(two)).toEqual([]);
    one.progress.add(lesson('a'));
    await vi.waitFor(() => expect(lessonsOf(two)).toEqual(['a']));
    two.progress.add(lesson('b'));
    one.progress.add(lesson('c'));
    await vi.waitFor(() => expect(lessonsOf(two)).toEqual(['a', 'b', 'c']));
    await vi.waitFor(() => expect(lessonsOf(one)).toEqual(['a', 'b', 'c']));
    expect(lessonsOf(await openTab())).toEqual(['a', 'b', 'c']);
  });

  test('have the same theme', async () => {
    const [one, two] = [await openTab(), await openTab()];
    const themes: string[] = [];
    two.preferences.subscribe(({ theme }) => themes.push(theme));
    one.preferences.choose('theme', 'dark');
    await vi.waitFor(() => expect(themes).toEqual(['auto', 'dark']));
  });
});

test('a full storage is told, and the page goes on; with room again all is stored', async () => {
  fillStorage();
  const tab = await openTab();
  tab.progress.add(lesson('a'));
  expect(lessonsOf(tab)).toEqual(['a']);
  expect(tab.storageTrouble.value).toMatch(/no room left/);
  localStorage.clear();
  tab.progress.add(lesson('b'));
  expect(tab.storageTrouble.value).toBeUndefined();
  expect(lessonsOf(await openTab())).toEqual(['a', 'b']);
});

test('a forbidden storage is told, and the page goes on', async () => {
  // What a browser does whose reader has forbidden all site data: the property itself throws.
  const tab = await openTab(
    `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })`,
  );
  tab.progress.add(lesson('a'));
  expect(lessonsOf(tab)).toEqual(['a']);
  expect(tab.storageTrouble.value).toMatch(/does not let this site store/);
});

test('a damaged storage is put aside, and the readable rest is used', async () => {
  const writer = await openTab();
  writer.progress.add(lesson('a'));
  // An open tab would hear of the damage and mend it before the next one is opened.
  writer.frame.remove();
  const { key } = progressFormat;
  const damaged = localStorage.getItem(key)?.replace('"predictions":{}', '"predictions":[]') ?? '';
  localStorage.setItem(key, damaged);
  const tab = await openTab();
  expect(lessonsOf(tab)).toEqual(['a']);
  expect(tab.storageTrouble.value).toMatch(/put aside/);
  expect(localStorage.getItem(`${key}:set-aside`)).toBe(damaged);
});
