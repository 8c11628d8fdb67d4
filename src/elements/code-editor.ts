/**
 * `<code-editor file="main.ts">`: highlighted code that becomes an editor when the reader turns to it.
 *
 * The `<pre>` inside is the code as the server sent it. It can be typed into at once; the real editor (CodeMirror)
 * is fetched when the reader points at it or enters it, and takes over text, caret and scroll position in place,
 * with the same measures, so that nothing moves. Should it not arrive, the plain `<pre>` goes on working.
 *
 * The text is in `value`. Sends `edit` (bubbling) when the reader changes it.
 */
import type { Editor } from './editor/codemirror.ts';
import { highlightedLines, selectionIn, showText, textOf } from './editor/plain-code.ts';
import { required } from './required.ts';

const loadEditor = () => import('./editor/codemirror.ts');

export class CodeEditor extends HTMLElement {
  #text: string | undefined;
  #highlighted: ReadonlyMap<string, Element> = new Map();
  #editor: Editor | undefined;
  #entered = false;
  #pointer: Promise<unknown> | undefined;
  #listening: AbortController | undefined;
  readonly #root = this.attachShadow({ mode: 'open' });

  connectedCallback(): void {
    this.#root.replaceChildren(document.createElement('slot'));
    const pre = this.#pre;
    if (this.#text === undefined) {
      this.#highlighted = highlightedLines(this.#code);
      this.#text = textOf(this.#code);
    }
    pre.role = 'textbox';
    pre.ariaMultiLine = 'true';
    pre.ariaLabel = this.file;
    pre.contentEditable = 'plaintext-only';
    pre.spellcheck = false;
    pre.autocapitalize = 'off';
    pre.setAttribute('autocorrect', 'off');
    pre.tabIndex = 0;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    pre.addEventListener('pointerenter', () => void loadEditor().catch(() => undefined), {
      signal,
    });
    pre.addEventListener('pointerdown', () => this.#notePointer(), { signal });
    pre.addEventListener('focus', () => void this.#enter(), { signal });
    pre.addEventListener('input', () => this.#take(textOf(this.#code)), { signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#leave();
  }

  get file(): string {
    return this.getAttribute('file') ?? 'file';
  }

  set file(name: string) {
    this.setAttribute('file', name);
    this.#pre.ariaLabel = name;
    this.#editor?.rename(name);
  }

  get value(): string {
    return this.#text ?? '';
  }

  /** Setting it sends no event. */
  set value(text: string) {
    if (text === this.#text) return;
    this.#text = text;
    if (this.#editor) this.#editor.setText(text);
    else showText(this.#code, text, this.#highlighted);
  }

  override focus(): void {
    if (this.#editor) this.#editor.focus();
    else this.#pre.focus();
  }

  get #pre(): HTMLElement {
    return required(this, 'pre', HTMLElement);
  }

  get #code(): HTMLElement {
    return required(this, 'code', HTMLElement);
  }

  #take(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.dispatchEvent(new CustomEvent('edit', { bubbles: true }));
  }

  /** A selection that is being made by the pointer is waited for: the change of elements would end it. */
  #notePointer(): void {
    this.#pointer = new Promise((resolve) => {
      addEventListener('pointerup', resolve, { once: true });
      addEventListener('pointercancel', resolve, { once: true });
    });
  }

  async #enter(): Promise<void> {
    if (this.#entered) return;
    this.#entered = true;
    try {
      const { openEditor } = await loadEditor();
      await this.#pointer;
      if (this.isConnected) this.#replace(openEditor);
      else this.#entered = false;
    } catch {
      // Offline, perhaps: the plain code stays editable, and the next visit tries again.
      this.#entered = false;
    }
  }

  #replace(openEditor: Awaited<ReturnType<typeof loadEditor>>['openEditor']): void {
    const pre = this.#pre;
    const focused = document.activeElement === pre;
    const { scrollTop, scrollLeft } = pre;
    const selection = selectionIn(pre);
    this.#editor = openEditor({
      root: this.#root,
      name: this.file,
      text: this.value,
      ...(selection && { selection }),
      onChange: (text) => this.#take(text),
    });
    this.#editor.scrollTo(scrollTop, scrollLeft);
    if (focused) this.#editor.focus();
  }

  #leave(): void {
    if (!this.#editor) return;
    this.#editor.close();
    this.#editor = undefined;
    this.#entered = false;
    showText(this.#code, this.value, this.#highlighted);
  }
}

customElements.define('code-editor', CodeEditor);
