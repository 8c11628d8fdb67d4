/**
 * `<scratch-pad>`: a `<run-panel>` without a lesson. Files can be added, renamed and deleted; a program comes in and
 * goes out by the address's fragment (`sandbox/share-link.ts`). Nothing that comes by a link runs by itself, and
 * nothing of it takes the place of the reader's own scratchpad unless the reader says so.
 */
import type { Files } from '../sandbox/engine.ts';
import {
  identityOf,
  type Opened,
  openShareLink,
  type SharedProgram,
  toShareLink,
  troubleWithFileName,
} from '../sandbox/share-link.ts';
import { KeptEdits } from './panel/kept-edits.ts';
import type { Notice } from './panel/notice.ts';
import { entryOf, type PanelProgram } from './panel/panel-program.ts';
import { required } from './required.ts';
import { RunPanel } from './run-panel.ts';

export class ScratchPad extends HTMLElement {
  #starter: PanelProgram | undefined;
  /** Where edits of what is open are kept: the reader's own program, or the one that came with a link. */
  #kept: KeptEdits | undefined;
  /** What the name form is for. */
  #naming: 'add' | 'rename' = 'add';
  #listening: AbortController | undefined;

  connectedCallback(): void {
    customElements.upgrade(this);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#starter ??= this.#panel.program;
    this.#panel.addEventListener('files-change', () => this.#kept?.keep(this.#panel.files), {
      signal,
    });
    window.addEventListener('hashchange', () => void this.#openAddress(), { signal });
    window.addEventListener('pagehide', () => this.#kept?.flush(), { signal });
    const press = {
      add: () => this.#ask('add'),
      rename: () => this.#ask('rename'),
      delete: () => this.#delete(),
      first: () => this.#runFirst(),
      share: () => void this.#share(),
      cancel: () => this.#closeForm(),
    };
    for (const [name, act] of Object.entries(press)) {
      const button = required(this, `button.${name}`, HTMLButtonElement);
      button.disabled = false;
      button.addEventListener('click', act, { signal });
    }
    this.#form.addEventListener('submit', this.#name, { signal });
    void this.#openAddress();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#kept?.flush();
  }

  async #openAddress(): Promise<void> {
    const fragment = location.hash;
    const opened = await openShareLink(fragment);
    const identity = opened.type === 'program' ? await identityOf(opened.program) : '';
    if (location.hash !== fragment) return;
    this.#kept?.flush();
    if (opened.type === 'program') this.#openLinked(opened.program, identity);
    else this.#openOwn(opened);
  }

  #openOwn(opened: Exclude<Opened, { type: 'program' }> = { type: 'nothing' }): void {
    this.#kept = this.#keeper('scratchpad', 'own');
    this.#open(this.#starter, this.#kept.read()?.files);
    if (opened.type !== 'refused') return;
    const text = `The link could not be opened. ${opened.reason} Below is your own scratchpad.`;
    this.#panel.notice = { text, actions: [] };
  }

  #openLinked(shared: SharedProgram, identity: string): void {
    const files = startingWith(shared.entry, shared.files);
    this.#kept = this.#keeper('scratchpad-link', identity);
    const kept = this.#kept.read();
    this.#open(
      this.#starter && { ...this.#starter, files },
      kept && !kept.outdated ? kept.files : undefined,
    );
    this.#panel.notice = {
      text: 'This program came with the link that you opened. It runs only when you press Run: read it first. Your own scratchpad is kept.',
      actions: this.#waysFromLink(),
    };
  }

  #waysFromLink(): Notice['actions'] {
    return [
      { label: 'Back to mine', act: () => this.#leaveLink() },
      { label: 'Make it mine', act: () => this.#makeItMine() },
    ];
  }

  #open(program: PanelProgram | undefined, files?: Files): void {
    if (!program) return;
    const kept = this.#kept;
    this.#kept = undefined;
    this.#panel.program = program;
    if (files) this.#panel.files = files;
    this.#kept = kept;
    this.#closeForm();
  }

  #leaveLink(): void {
    history.pushState(null, '', location.pathname);
    this.#openOwn();
  }

  #makeItMine(): void {
    const { files } = this.#panel;
    const own = this.#keeper('scratchpad', 'own');
    const before = own.read()?.files;
    const refusal = own.keepNow(files);
    if (refusal !== undefined) {
      const text = `It could not be made yours, and yours is as it was. ${refusal}`;
      this.#panel.notice = { text, actions: this.#waysFromLink() };
      return;
    }
    history.pushState(null, '', location.pathname);
    const back: Notice['actions'] = before
      ? [{ label: 'Bring the old one back', act: () => this.#bringBack(before) }]
      : [];
    this.#openOwn();
    this.#panel.notice = { text: 'This is your scratchpad now.', actions: back };
  }

  #bringBack(files: Files): void {
    this.#panel.files = files;
  }

  #ask(what: 'add' | 'rename'): void {
    this.#naming = what;
    this.#form.hidden = false;
    this.#nameInput.value = what === 'rename' ? this.#panel.selectedFile : '';
    this.#nameInput.setCustomValidity('');
    required(this, '.name button[type=submit]', HTMLElement).textContent =
      what === 'add' ? 'Add' : 'Rename it';
    this.#nameInput.focus();
    this.#nameInput.select();
  }

  #closeForm(): void {
    this.#form.hidden = true;
  }

  readonly #name = (event: SubmitEvent): void => {
    event.preventDefault();
    const panel = this.#panel;
    const name = this.#nameInput.value.trim();
    const taken =
      Object.hasOwn(panel.files, name) &&
      !(this.#naming === 'rename' && name === panel.selectedFile);
    const trouble = taken
      ? `There is a file ${name} already.`
      : (troubleWithFileName(name) ?? troubleWithEnding(name));
    required(this, '.name .trouble', HTMLElement).textContent = trouble ?? '';
    if (trouble) {
      this.#nameInput.focus();
      return;
    }
    if (this.#naming === 'add') {
      panel.files = { ...panel.files, [name]: '' };
      panel.selectedFile = name;
    } else {
      panel.renameFile(panel.selectedFile, name);
    }
    this.#closeForm();
    required(this, 'button.rename', HTMLElement).focus();
  };

  #runFirst(): void {
    const { files, selectedFile } = this.#panel;
    this.#panel.files = startingWith(selectedFile, files);
  }

  #delete(): void {
    const panel = this.#panel;
    const { files, selectedFile } = panel;
    const { [selectedFile]: _, ...others } = files;
    if (Object.keys(others).length === 0) {
      panel.notice = { text: 'A program needs one file. Rename it, or empty it.', actions: [] };
      return;
    }
    panel.files = others;
    const undo = () => {
      panel.files = { ...files, ...panel.files };
      panel.selectedFile = selectedFile;
    };
    panel.notice = { text: `${selectedFile} is deleted.`, actions: [{ label: 'Undo', act: undo }] };
  }

  async #share(): Promise<void> {
    const { files, program } = this.#panel;
    const said = required(this, '.shared', HTMLElement);
    const field = required(this, '.link', HTMLInputElement);
    field.hidden = true;
    try {
      const link = new URL(
        await toShareLink({ files, entry: entryOf(program, files) }),
        location.href,
      ).href;
      field.value = link;
      await navigator.clipboard.writeText(link).then(
        () => {
          said.textContent = `Copied: a link of ${link.length.toLocaleString('en')} characters. It holds the whole program.`;
        },
        () => {
          // Without leave to write to the clipboard the reader copies it by hand.
          field.hidden = false;
          field.focus();
          field.select();
          said.textContent = 'Copy the link from here:';
        },
      );
    } catch (error) {
      said.textContent =
        error instanceof RangeError ? error.message : 'The link could not be made.';
    }
  }

  #keeper(name: string, original: string): KeptEdits {
    return new KeptEdits(name, original, (text) => {
      this.#panel.notice = { text, actions: [] };
    });
  }

  get #panel(): RunPanel {
    return required(this, 'run-panel', RunPanel);
  }

  get #form(): HTMLFormElement {
    return required(this, 'form.name', HTMLFormElement);
  }

  get #nameInput(): HTMLInputElement {
    return required(this, 'form.name input', HTMLInputElement);
  }
}

/** In the scratchpad the first file is the one that is run. */
function startingWith(name: string, files: Files): Files {
  return { [name]: files[name] ?? '', ...files };
}

function troubleWithEnding(name: string): string | undefined {
  return /\.(?:[cm]?[jt]s|json|txt|md)$/.test(name)
    ? undefined
    : 'The name of a file ends with .ts, .js, .json, .txt or .md.';
}

customElements.define('scratch-pad', ScratchPad);
