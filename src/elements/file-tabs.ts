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

/** A file's tab and its editor. */
interface OpenFile {
  readonly tab: HTMLElement;
  readonly section: HTMLElement;
  readonly editor: CodeEditor;
}

export class FileTabs extends HTMLElement {
  #selected: HTMLElement | undefined;
  #nextId = 0;

  connectedCallback(): void {
    customElements.upgrade(this);
    this.#tablist.addEventListener('click', this.#clicked);
    this.#tablist.addEventListener('keydown', this.#moved);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#tablist.removeEventListener('click', this.#clicked);
    this.#tablist.removeEventListener('keydown', this.#moved);
  }

  get files(): Files {
    return Object.fromEntries(this.#open.map(({ editor }) => [editor.file, editor.value]));
  }

  /** Setting it sends no event. The tabs come in the order of the files. */
  set files(files: Files) {
    const open = new Map(this.#open.map((file) => [file.editor.file, file]));
    for (const [name, { tab, section }] of open) {
      if (Object.hasOwn(files, name)) continue;
      tab.remove();
      section.remove();
    }
    const tabs = Object.entries(files).map(([name, text]) => {
      const { tab, editor } = open.get(name) ?? this.#add(name);
      editor.value = text;
      return tab;
    });
    const inOrder = tabs.every((tab, index) => tab === this.#tablist.children[index]);
    if (!inOrder) this.#tablist.append(...tabs);
    this.#show();
    this.#reveal();
  }

  /** The name of the file in view. */
  get selected(): string {
    return this.#open.find(({ tab }) => tab === this.#selected)?.editor.file ?? '';
  }

  set selected(name: string) {
    this.#select(this.#open.find(({ editor }) => editor.file === name));
  }

  /** Marks the tabs of files that differ from the original. */
  set edited(names: ReadonlySet<string>) {
    for (const { tab, editor } of this.#open)
      tab.classList.toggle('edited', names.has(editor.file));
  }

  /** A file gets another name, in its place, with its editor. */
  rename(from: string, to: string): void {
    const file = this.#open.find(({ editor }) => editor.file === from);
    if (!file) return;
    file.editor.file = to;
    file.tab.textContent = to;
  }

  get #tablist(): HTMLElement {
    return required(this, '[role=tablist]', HTMLElement);
  }

  /** In the order of the tabs. */
  get #open(): readonly OpenFile[] {
    return Array.from(this.#tablist.children, (tab) => {
      if (!(tab instanceof HTMLElement)) throw new Error('a tab is an HTML element');
      const id = CSS.escape(tab.getAttribute('aria-controls') ?? '');
      const section = required(this, `#${id}`, HTMLElement);
      return { tab, section, editor: required(section, 'code-editor', CodeEditor) };
    });
  }

  readonly #clicked = ({ target }: Event): void => {
    const tab = target instanceof Element ? target.closest('[role=tab]') : null;
    this.#select(this.#open.find((file) => file.tab === tab));
  };

  readonly #moved = (event: KeyboardEvent): void => {
    const open = this.#open;
    const at = open.findIndex(({ tab }) => tab === this.#selected);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const file = open.at(to % open.length);
    this.#select(file);
    file?.tab.focus();
  };

  #select(file: OpenFile | undefined): void {
    if (!file) return;
    this.#selected = file.tab;
    this.#show();
    this.#reveal();
    this.dispatchEvent(new CustomEvent('file-select', { bubbles: true }));
  }

  #show(): void {
    const open = this.#open;
    if (!open.some(({ tab }) => tab === this.#selected)) this.#selected = open[0]?.tab;
    for (const { tab, section } of open) {
      const selected = tab === this.#selected;
      tab.ariaSelected = String(selected);
      tab.tabIndex = selected ? 0 : -1;
      section.classList.toggle('selected', selected);
    }
  }

  /** Scrolls the strip of tabs, and nothing around it, to the selected one. */
  #reveal(): void {
    const tab = this.#selected?.getBoundingClientRect();
    if (!tab) return;
    const strip = this.#tablist.getBoundingClientRect();
    const byPx = Math.min(0, tab.left - strip.left) + Math.max(0, tab.right - strip.right);
    this.#tablist.scrollLeft += byPx;
  }

  #add(name: string): OpenFile {
    const id = `${this.id || 'files'}-new-${this.#nextId++}`;
    const tab = document.createElement('button');
    Object.assign(tab, { type: 'button', role: 'tab', id: `${id}-tab`, textContent: name });
    tab.setAttribute('aria-controls', id);
    const editor = new CodeEditor();
    editor.setAttribute('file', name);
    const pre = document.createElement('pre');
    pre.append(document.createElement('code'));
    editor.append(pre);
    const section = document.createElement('section');
    Object.assign(section, { role: 'tabpanel', id });
    section.setAttribute('aria-labelledby', tab.id);
    section.append(editor);
    this.#tablist.append(tab);
    required(this, '.files', HTMLElement).append(section);
    return { tab, section, editor };
  }
}

customElements.define('file-tabs', FileTabs);
