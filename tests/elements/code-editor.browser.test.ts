import { beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CodeEditor } from '../../src/elements/code-editor.ts';
import { required } from '../../src/elements/required.ts';

const text = 'const a = 1;\nconst b = 2;';
const highlighted =
  '<span class="line"><b>const</b> a = 1;</span>\n<span class="line"><b>const</b> b = 2;</span>';
let editor: CodeEditor;

beforeEach(() => {
  document.body.innerHTML = `<code-editor file="main.ts"><pre tabindex="0"><code>${highlighted}</code></pre></code-editor><button>after</button>`;
  editor = required(document.body, 'code-editor', CodeEditor);
});

const textarea = () => required(editor, 'textarea', HTMLTextAreaElement);
const code = () => required(editor, 'code', HTMLElement);
const inner = () => editor.shadowRoot?.querySelector<HTMLElement>('.cm-content');

/** The reader enters at this place in the text, and rests until the editor is there. */
async function enterAt(offset: number): Promise<void> {
  textarea().focus();
  textarea().setSelectionRange(offset, offset);
  await vi.waitFor(() => {
    expect(inner()).toBeTruthy();
    expect(editor.shadowRoot?.activeElement).toBe(inner());
  });
}

describe('before the reader enters', () => {
  test('it is a textbox with the name and the text of its file, under the code in its colours', () => {
    expect(textarea().ariaLabel).toBe('main.ts');
    expect(textarea().value).toBe(text);
    expect(code().querySelectorAll('b')).toHaveLength(2);
    expect(inner()).toBeFalsy();
  });

  test('another text keeps the colours of the lines that are the same', () => {
    editor.value = 'const a = 1;\nsomething();';
    expect(code().textContent).toBe('const a = 1;\nsomething();');
    expect(code().querySelectorAll('b')).toHaveLength(1);
    editor.value = text;
    expect(code().innerHTML).toBe(highlighted);
  });

  test('Tab leaves, and after Escape indents, also while the editor is on its way', async () => {
    textarea().focus();
    textarea().setSelectionRange(0, 0);
    await userEvent.keyboard('{Escape}{Tab}');
    expect(editor.value).toBe(`  ${text}`);
    await vi.waitFor(() => expect(editor.shadowRoot?.activeElement).toBe(inner()));
    await userEvent.keyboard('{Tab}');
    expect(editor.value).toBe(`    ${text}`);
    await userEvent.keyboard('{ArrowRight}{Tab}');
    expect(document.activeElement?.textContent).toBe('after');
  });

  test('markup in a text is text', () => {
    editor.value = '<img src=x onerror="globalThis.ran = true">';
    expect(code().querySelector('img')).toBeNull();
  });
});

describe('when the reader has entered', () => {
  test('the caret is where it was, and typing sends edit', async () => {
    const edits = vi.fn();
    editor.addEventListener('edit', edits);
    await enterAt(6);
    await userEvent.keyboard('x');
    await vi.waitFor(() => expect(editor.value).toBe('const xa = 1;\nconst b = 2;'));
    expect(edits).toHaveBeenCalled();
  });

  test('Tab leaves', async () => {
    await enterAt(0);
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement?.textContent).toBe('after');
    expect(editor.value).toBe(text);
  });

  test('after Escape Tab and Shift+Tab indent, until another key is pressed', async () => {
    await enterAt(0);
    await userEvent.keyboard('{Escape}{Tab}{Tab}');
    expect(editor.value).toBe('    const a = 1;\nconst b = 2;');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(editor.value).toBe('  const a = 1;\nconst b = 2;');
    await userEvent.keyboard('{ArrowDown}{Tab}');
    expect(document.activeElement?.textContent).toBe('after');
  });

  test('Ctrl+Enter changes nothing in the text, and is heard outside', async () => {
    const keys = vi.fn();
    document.body.addEventListener('keydown', keys, { once: true });
    await enterAt(0);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(editor.value).toBe(text);
    expect(keys).toHaveBeenCalled();
  });

  test('a text that is put in its place can be undone', async () => {
    await enterAt(0);
    editor.value = 'other';
    expect(inner()?.textContent).toBe('other');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(editor.value).toBe(text);
  });

  test('another name is the textbox’s name', async () => {
    await enterAt(0);
    editor.file = 'part.ts';
    expect(inner()?.ariaLabel).toBe('part.ts');
  });

  test('out of the page and back again it is the code with its text', async () => {
    await enterAt(0);
    await userEvent.keyboard('// ');
    const { parentElement } = editor;
    editor.remove();
    parentElement?.append(editor);
    expect(code().textContent).toBe(`// ${text}`);
    expect(textarea().value).toBe(`// ${text}`);
    expect(inner()).toBeFalsy();
  });
});
