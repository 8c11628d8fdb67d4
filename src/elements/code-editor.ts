/**
 * `<code-editor file="main.ts">`: highlighted code that becomes an editor when the reader turns to it.
 *
 * The `<pre>` inside is the code as the server sent it. A textarea with the same measures lies under it, so that it
 * can be typed into at once. The real editor (CodeMirror) is fetched when the reader points at it or enters it, and
 * takes over text, caret and scroll position in place: nothing moves. Should it not arrive, the textarea goes on.
 *
 * The text is in `value`. Sends `edit` (bubbling) when the reader changes it.
 */
import type { Editor } from './editor/codemirror.ts';
import { highlightedLines, showText } from './editor/plain-code.ts';
import { TabKey, tabKeyInWords } from './editor/tab-key.ts';
import { required } from './required.ts';

const pauseMs = 200;
const loadEditor = () => import('./editor/codemirror.ts');
type OpenEditor = Awaited<ReturnType<typeof loadEditor>>['openEditor'];

export class CodeEditor extends HTMLElement {
  #text: string | undefined;
  #highlighted: ReadonlyMap<string, Element> = new Map();
  #editor: Editor | undefined;
  #loading = false;
  /** When the reader last did something in the textarea, and whether that goes on: a selection, a composed character. */
  #touchedAt = 0;
  #held = false;
  #listening: AbortController | undefined;
  readonly #tabKey = new TabKey();
  readonly #textarea = document.createElement('textarea');
  readonly #root = this.attachShadow({ mode: 'open' });

  connectedCallback(): void {
    this.#root.replaceChildren(document.createElement('slot'));
    if (this.#text === undefined) {
      this.#highlighted = highlightedLines(this.#code);
      this.#text = this.#code.textContent;
    }
    this.#pre.ariaHidden = 'true';
    // Chromium gives the focus to whatever can scroll.
    this.#pre.tabIndex = -1;
    this.#prepareTextarea();
    this.append(this.#textarea);

    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal, passive: true };
    const on = (type: string, act: () => void) =>
      this.#textarea.addEventListener(type, act, options);
    on('pointerenter', () => void loadEditor().catch(() => undefined));
    for (const type of ['pointerdown', 'compositionstart']) on(type, () => this.#touch(true));
    for (const type of ['compositionend', 'keydown', 'blur']) on(type, () => this.#touch(false));
    for (const type of ['pointerup', 'pointercancel']) {
      window.addEventListener(type, () => this.#touch(false), options);
    }
    on('focus', () => {
      this.#tabKey.indents = false;
      void this.#enter();
    });
    this.#textarea.addEventListener('keydown', (event) => this.#pressKey(event), {
      signal: this.#listening.signal,
    });
    on('input', () => this.#typed());
    on('scroll', () => this.#pre.scrollTo(this.#textarea.scrollLeft, this.#textarea.scrollTop));
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#editor?.close();
    this.#editor = undefined;
    showText(this.#code, this.value, this.#highlighted);
  }

  get file(): string {
    return this.getAttribute('file') ?? 'file';
  }

  set file(name: string) {
    this.setAttribute('file', name);
    this.#textarea.ariaLabel = name;
    this.#editor?.rename(name);
  }

  get value(): string {
    return this.#text ?? '';
  }

  /** Setting it sends no event. */
  set value(text: string) {
    if (text === this.#text) return;
    this.#text = text;
    if (this.#editor) {
      this.#editor.setText(text);
    } else {
      this.#fillTextarea();
      showText(this.#code, text, this.#highlighted);
    }
  }

  get #pre(): HTMLElement {
    return required(this, 'pre', HTMLElement);
  }

  get #code(): HTMLElement {
    return required(this, 'code', HTMLElement);
  }

  /** The default value is what the textarea holds as an element's text. */
  #fillTextarea(): void {
    this.#textarea.defaultValue = this.value;
    this.#textarea.value = this.value;
  }

  #prepareTextarea(): void {
    this.#fillTextarea();
    Object.assign(this.#textarea, {
      ariaLabel: this.file,
      ariaDescription: tabKeyInWords,
      wrap: 'off',
      spellcheck: false,
      autocapitalize: 'off',
      autocomplete: 'off',
    });
  }

  #pressKey(event: KeyboardEvent): void {
    this.#tabKey.hear(event.key);
    if (event.key !== 'Tab' || event.shiftKey || !this.#tabKey.indents) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = this.#textarea;
    this.#textarea.setRangeText('  ', selectionStart, selectionEnd, 'end');
    this.#typed();
  }

  #typed(): void {
    this.#touch(this.#held);
    const { value } = this.#textarea;
    this.#textarea.defaultValue = value;
    showText(this.#code, value, this.#highlighted);
    this.#take(value);
  }

  #take(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.dispatchEvent(new CustomEvent('edit', { bubbles: true }));
  }

  #touch(held: boolean): void {
    this.#touchedAt = performance.now();
    this.#held = held;
  }

  async #enter(): Promise<void> {
    if (this.#loading || this.#editor) return;
    this.#loading = true;
    this.#touch(this.#held);
    try {
      const { openEditor } = await loadEditor();
      await this.#pause();
      if (this.isConnected) this.#replaceTextarea(openEditor);
    } catch {
      // Offline, perhaps. The textarea does, and the next visit tries again.
    } finally {
      this.#loading = false;
    }
  }

  /** Waits until the hands rest: a change of editors in the middle of a word or a selection would disturb it. */
  async #pause(): Promise<void> {
    while (this.#handsAreBusy()) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs / 2));
    }
  }

  #handsAreBusy(): boolean {
    if (!this.isConnected) return false;
    if (this.#held || performance.now() < this.#touchedAt + pauseMs) return true;
    // Who has selected everything is about to replace it.
    const { value, selectionStart, selectionEnd } = this.#textarea;
    const all = value !== '' && selectionStart === 0 && selectionEnd === value.length;
    return all && document.activeElement === this.#textarea;
  }

  #replaceTextarea(openEditor: OpenEditor): void {
    const { scrollTop, scrollLeft, selectionStart, selectionEnd, selectionDirection } =
      this.#textarea;
    const backward = selectionDirection === 'backward';
    const focused = document.activeElement === this.#textarea;
    this.#editor = openEditor({
      root: this.#root,
      name: this.file,
      text: this.value,
      selection: {
        anchor: backward ? selectionEnd : selectionStart,
        head: backward ? selectionStart : selectionEnd,
      },
      tabKey: this.#tabKey,
      onChange: (text) => this.#take(text),
    });
    this.#editor.scrollTo(scrollTop, scrollLeft);
    if (focused) this.#editor.focus();
  }
}

customElements.define('code-editor', CodeEditor);
