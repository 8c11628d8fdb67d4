/**
 * `<file-tabs>`: the files of a program, one `<code-editor>` each, as tabs.
 *
 *     <file-tabs>
 *       <div role="tablist" aria-label="Files">
 *         <button role="tab" id="…-tab-0" aria-controls="…-file-0">main.ts</button>
 *       </div>
 *       <div class="files">
 *         <section role="tabpanel" id="…-file-0"><code-editor file="main.ts">…</code-editor></section>
 *       </div>
 *     </file-tabs>
 *
 * `files` gives and takes the whole program; a file that stays keeps its editor and that editor's undo history.
 * Editing sends `edit` (from the editor), choosing a file sends `file-select`.
 */
import type { Files } from '../sandbox/engine.ts';
import { CodeEditor } from './code-editor.ts';
import { required } from './required.ts';

export class FileTabs extends HTMLElement {
  #selected = 0;
  #nextId = 0;

  connectedCallback(): void {
    this.#tablist.addEventListener('click', this.#clicked);
    this.#tablist.addEventListener('keydown', this.#moved);
    customElements.upgrade(this);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#tablist.removeEventListener('click', this.#clicked);
    this.#tablist.removeEventListener('keydown', this.#moved);
  }

  get files(): Files {
    return Object.fromEntries(this.#editors.map((editor) => [editor.file, editor.value]));
  }

  /** Setting it sends no event. */
  set files(files: Files) {
    const selected = this.selected;
    const editors = new Map(this.#editors.map((editor) => [editor.file, editor]));
    for (const [name, editor] of editors) {
      if (!Object.hasOwn(files, name)) this.#remove(editor);
    }
    for (const [name, text] of Object.entries(files)) {
      const editor = editors.get(name) ?? this.#add(name);
      editor.value = text;
    }
    this.#selected = Math.max(
      0,
      this.#editors.findIndex((editor) => editor.file === selected),
    );
    this.#show();
  }

  /** The name of the file in view. */
  get selected(): string {
    return this.#editors[this.#selected]?.file ?? '';
  }

  set selected(name: string) {
    const index = this.#editors.findIndex((editor) => editor.file === name);
    if (index !== -1) this.#select(index);
  }

  /** Marks the tabs of files that differ from the original. */
  set edited(names: ReadonlySet<string>) {
    for (const [index, tab] of this.#tabs.entries()) {
      tab.classList.toggle('edited', names.has(this.#editors[index]?.file ?? ''));
    }
  }

  /** A file gets another name, in its place, with its editor. */
  rename(from: string, to: string): void {
    const index = this.#editors.findIndex((editor) => editor.file === from);
    const editor = this.#editors[index];
    const tab = this.#tabs[index];
    if (!editor || !tab) return;
    editor.file = to;
    tab.textContent = to;
  }

  get #tablist(): HTMLElement {
    return required(this, '[role=tablist]', HTMLElement);
  }

  get #tabs(): HTMLElement[] {
    return Array.from(this.#tablist.children).filter((tab) => tab instanceof HTMLElement);
  }

  get #editors(): CodeEditor[] {
    return Array.from(this.querySelectorAll<CodeEditor>('code-editor'));
  }

  readonly #clicked = ({ target }: Event): void => {
    const tab = target instanceof Element ? target.closest('[role=tab]') : null;
    if (tab instanceof HTMLElement) this.#select(this.#tabs.indexOf(tab));
  };

  readonly #moved = (event: KeyboardEvent): void => {
    const count = this.#tabs.length;
    const to = {
      ArrowLeft: (this.#selected + count - 1) % count,
      ArrowRight: (this.#selected + 1) % count,
      Home: 0,
      End: count - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#select(to);
    this.#tabs[to]?.focus();
  };

  #select(index: number): void {
    this.#selected = index;
    this.#show();
    this.dispatchEvent(new CustomEvent('file-select', { bubbles: true }));
  }

  #show(): void {
    for (const [index, tab] of this.#tabs.entries()) {
      const selected = index === this.#selected;
      tab.ariaSelected = String(selected);
      tab.tabIndex = selected ? 0 : -1;
      this.#editors[index]?.closest('section')?.classList.toggle('selected', selected);
    }
  }

  #add(name: string): CodeEditor {
    const id = `${this.id || 'files'}-new-${this.#nextId++}`;
    const tab = Object.assign(document.createElement('button'), {
      type: 'button',
      role: 'tab',
      id: `${id}-tab`,
      textContent: name,
    });
    tab.setAttribute('aria-controls', id);
    const section = Object.assign(document.createElement('section'), { role: 'tabpanel', id });
    section.setAttribute('aria-labelledby', tab.id);
    const editor = new CodeEditor();
    editor.setAttribute('file', name);
    const pre = document.createElement('pre');
    pre.append(document.createElement('code'));
    editor.append(pre);
    section.append(editor);
    this.#tablist.append(tab);
    required(this, '.files', HTMLElement).append(section);
    return editor;
  }

  #remove(editor: CodeEditor): void {
    this.#tabs[this.#editors.indexOf(editor)]?.remove();
    editor.closest('section')?.remove();
  }
}

customElements.define('file-tabs', FileTabs);
