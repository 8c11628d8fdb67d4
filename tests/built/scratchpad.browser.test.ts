// The built scratchpad in a frame: what its files, its links and its editor do, in every browser.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toShareLink } from '../../src/sandbox/share-link.ts';

let frame: HTMLIFrameElement;

beforeEach(() => localStorage.clear());
afterEach(() => frame.remove());

async function open(fragment = ''): Promise<Document> {
  frame?.remove();
  frame = document.createElement('iframe');
  frame.title = 'The scratchpad';
  frame.style.cssText = 'width: 1200px; height: 900px';
  frame.src = `/scratchpad/index.html${fragment}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  await vi.waitFor(() => expect(button('Add a file').disabled).toBe(false));
  return page();
}

function page(): Document {
  if (!frame.contentDocument) throw new Error('the frame cannot be looked into');
  return frame.contentDocument;
}

function button(name: string): HTMLButtonElement {
  const found = Array.from(page().querySelectorAll('button')).find(
    (each) => each.textContent?.trim() === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

const tabs = () => Array.from(page().querySelectorAll('[role=tab]'), (tab) => tab.textContent);
const notice = () => page().querySelector('.notice')?.textContent ?? '';
const state = () => page().querySelector('.state')?.textContent ?? '';
const textarea = (file: string) => {
  const found = page().querySelector<HTMLTextAreaElement>(`code-editor[file="${file}"] textarea`);
  if (!found) throw new Error(`no editor of ${file}`);
  return found;
};

/** Types into a file without entering its editor. */
function write(file: string, text: string): void {
  const field = textarea(file);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function name(file: string): void {
  const form = page().querySelector<HTMLFormElement>('form.name');
  const input = form?.querySelector('input');
  if (!form || !input) throw new Error('no form');
  input.value = file;
  form.requestSubmit();
}

describe('files', () => {
  test('are added, renamed, put first and deleted, and a deletion is taken back', async () => {
    await open();
    button('Add a file').click();
    name('part.ts');
    expect(tabs()).toEqual(['main.ts', 'part.ts']);
    button('Rename').click();
    name('lib/part.ts');
    expect(tabs()).toEqual(['main.ts', 'lib/part.ts']);
    button('Start with this one').click();
    expect(tabs()).toEqual(['lib/part.ts', 'main.ts']);
    write('lib/part.ts', 'console.log("first");');
    button('Delete').click();
    expect(tabs()).toEqual(['main.ts']);
    button('Undo').click();
    expect(tabs()).toEqual(['lib/part.ts', 'main.ts']);
    expect(textarea('lib/part.ts').value).toBe('console.log("first");');
  });

  test.for([
    ['main.ts', 'There is a file main.ts already.'],
    ['../up.ts', 'cannot be used'],
    ['', 'cannot be used'],
    ['picture.png', 'ends with .ts'],
  ] as const)('cannot be called %j', async ([file, words]) => {
    await open();
    button('Add a file').click();
    name(file);
    expect(page().querySelector('.trouble')?.textContent).toContain(words);
    expect(tabs()).toEqual(['main.ts']);
  });

  test('the last one cannot be deleted', async () => {
    await open();
    button('Delete').click();
    expect(tabs()).toEqual(['main.ts']);
    expect(notice()).toContain('A program needs one file.');
  });
});

describe('a link', () => {
  const theirs = {
    files: { 'lib.ts': 'export {};', 'start.ts': 'console.log("theirs");' },
    entry: 'start.ts',
  };

  test('opens its program, entry first, says where it came from, and runs nothing', async () => {
    await open(await toShareLink(theirs));
    await vi.waitFor(() => expect(tabs()).toEqual(['start.ts', 'lib.ts']));
    expect(notice()).toContain(
      'This program came with the link that you opened. It runs only when you press Run',
    );
    expect(state()).toBe('Ready.');
  });

  test('leaves the reader’s own scratchpad alone, also when its program is edited', async () => {
    const link = await toShareLink(theirs);
    await open();
    write('main.ts', 'mine');
    await open(link);
    await vi.waitFor(() => expect(tabs()).toContain('start.ts'));
    write('start.ts', 'edited');
    await open(link);
    await vi.waitFor(() => expect(textarea('start.ts').value).toBe('edited'));
    button('Back to mine').click();
    await vi.waitFor(() => expect(tabs()).toEqual(['main.ts']));
    expect(textarea('main.ts').value).toBe('mine');
    expect(frame.contentWindow?.location.hash).toBe('');
  });

  test('becomes the reader’s own only when asked to, and that can be taken back', async () => {
    await open();
    write('main.ts', 'mine');
    await open(await toShareLink(theirs));
    await vi.waitFor(() => expect(tabs()).toContain('start.ts'));
    button('Make it mine').click();
    await vi.waitFor(() => expect(notice()).toContain('This is your scratchpad now.'));
    await open();
    await vi.waitFor(() => expect(tabs()).toEqual(['start.ts', 'lib.ts']));
  });

  test('that comes while the page is open is opened too', async () => {
    await open();
    write('main.ts', 'mine');
    const window = frame.contentWindow;
    if (window) window.location.hash = await toShareLink(theirs);
    await vi.waitFor(() => expect(tabs()).toEqual(['start.ts', 'lib.ts']));
    window?.history.back();
    await vi.waitFor(() => expect(tabs()).toEqual(['main.ts']));
    expect(textarea('main.ts').value).toBe('mine');
  });

  test('that is damaged is refused with a reason, beside the reader’s own', async () => {
    await open();
    write('main.ts', 'mine');
    await open('#v1z:AAAA');
    await vi.waitFor(() =>
      expect(notice()).toContain('The link could not be opened. It cannot be unpacked'),
    );
    expect(textarea('main.ts').value).toBe('mine');
  });
});

describe('the editor', () => {
  /** Where some words are, relative to the editor, in whichever of its two forms. */
  function places(): Record<string, readonly number[]> {
    const host = page().querySelector('code-editor');
    const root = host?.shadowRoot?.querySelector('.cm-content') ?? host?.querySelector('code');
    if (!host || !root) throw new Error('no editor');
    const origin = host.getBoundingClientRect();
    const found: Record<string, readonly number[]> = {};
    const walker = page().createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (
      let node = walker.nextNode();
      node instanceof (frame.contentWindow as typeof globalThis & Window).Text;
      node = walker.nextNode()
    ) {
      for (const word of ['import', 'ticking', 'performance', 'done']) {
        const at = node.data.indexOf(word);
        if (at === -1 || found[word]) continue;
        const range = page().createRange();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        const { x, y, width } = range.getBoundingClientRect();
        found[word] = [x - origin.x, y - origin.y, width].map(Math.round);
      }
    }
    return found;
  }
  const inner = () => page().querySelector('code-editor')?.shadowRoot?.querySelector('.cm-content');

  test('takes over in place: no letter moves, and the caret stays where it was', async () => {
    await open();
    await page().fonts.ready;
    const before = places();
    expect(Object.keys(before)).toHaveLength(4);
    const field = textarea('main.ts');
    field.focus();
    field.setSelectionRange(7, 7);
    await vi.waitFor(() => expect(inner()).toBeTruthy());
    expect(places()).toEqual(before);
    expect(inner()?.getAttribute('aria-label')).toBe('main.ts');
    await vi.waitFor(() =>
      expect(page().querySelector('code-editor')?.shadowRoot?.activeElement).toBe(inner()),
    );
    page().execCommand('insertText', false, '!');
    await vi.waitFor(() => expect(inner()?.textContent).toContain('// A ti!mer'));
  });

  test('keeps what is typed before it has come', async () => {
    await open();
    textarea('main.ts').focus();
    write('main.ts', 'typed early');
    await vi.waitFor(() => expect(inner()?.textContent).toBe('typed early'));
  });
});
