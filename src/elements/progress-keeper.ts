import { type ImportedFile, readExport, type Stored } from '../progress/export-file.ts';
import { everything } from '../progress/storage.ts';

/**
 * Takes all that is stored to a file, brings such a file back (added to what is here or in its place, after a look at
 * what is in it), and erases everything. Its HTML is of the page `/progress/`.
 */
export class ProgressKeeper extends HTMLElement {
  #connection = new AbortController();
  /** The file that was opened and waits for a decision. */
  #opened: Stored | undefined;

  connectedCallback(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const input = this.querySelector<HTMLInputElement>('input[type="file"]');
    input?.addEventListener('change', () => void this.#open(input), { signal });
    const actions: Readonly<Record<string, () => void>> = {
      export: () => this.#export(),
      merge: () => this.#take('merge'),
      replace: () => this.#take('replace'),
      cancel: () => this.#close('Nothing was changed.'),
      erase: () => this.#ask(true),
      keep: () => this.#ask(false),
      'erase-now': () => this.#erase(),
    };
    this.addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
        actions[button?.dataset['action'] ?? '']?.();
      },
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.#connection.abort();
  }

  #export(): void {
    const url = URL.createObjectURL(
      new Blob([everything.exported()], { type: 'application/json' }),
    );
    const link = document.createElement('a');
    link.href = url;
    link.download = `unblocked-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    // The download has its own hold on the blob by then.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    this.#say(`Everything was put into the file ${link.download}.`);
  }

  async #open(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    let read: ImportedFile;
    try {
      read = readExport(await file.text());
    } catch {
      read = { type: 'refused', reason: 'This file could not be read. Choose it again.' };
    }
    // The same file can then be chosen once more.
    input.value = '';
    if (read.type === 'refused') {
      this.#close(read.reason);
      return;
    }
    this.#opened = read.stored;
    this.#show('.preview', true);
    const list = this.querySelector('.contents');
    const contents = contentsOf(read.stored);
    list?.replaceChildren(...(contents.length > 0 ? contents : ['nothing']).map(item));
    // What is empty must not take the place of what is not.
    for (const how of ['merge', 'replace'])
      this.#show(`[data-action="${how}"]`, contents.length > 0);
    if (read.invalid.length > 0)
      list?.append(item(`${read.invalid.length} parts that could not be read and are left out`));
    this.#say('');
    this.querySelector<HTMLElement>('.preview')?.focus();
  }

  #take(how: 'merge' | 'replace'): void {
    if (!this.#opened) return;
    everything.take(this.#opened, how);
    this.#close(
      how === 'merge'
        ? 'What is in the file was added to what was here.'
        : 'What is in the file has taken the place of what was here.',
    );
  }

  #close(words: string): void {
    this.#opened = undefined;
    this.#show('.preview', false);
    this.#say(words);
  }

  #ask(isAsking: boolean): void {
    this.#show('.sure', isAsking);
    this.#show('[data-action="erase"]', !isAsking);
    const name = isAsking ? 'keep' : 'erase';
    this.querySelector<HTMLElement>(`[data-action="${name}"]`)?.focus();
    if (!isAsking) this.#say('Nothing was erased.');
  }

  #erase(): void {
    everything.erase();
    this.#show('.sure', false);
    this.#show('[data-action="erase"]', true);
    this.querySelector<HTMLElement>('[data-action="erase"]')?.focus();
    this.#say('Everything was erased.');
  }

  #show(selector: string, isShown: boolean): void {
    const part = this.querySelector<HTMLElement>(selector);
    if (part) part.hidden = !isShown;
  }

  #say(words: string): void {
    const place = this.querySelector('.said');
    if (place) place.textContent = words;
  }
}

/** What is in a file, a line each. */
function contentsOf({ progress: { tables }, edits }: Stored): string[] {
  const versions = [...edits.tables.experiments.values()].filter(({ files }) => files !== null);
  const counts: [number, string, string][] = [
    [tables.lessons.size, 'lesson read', 'lessons read'],
    [tables.experiments.size, 'experiment run', 'experiments run'],
    [tables.exercises.size, 'exercise solved', 'exercises solved'],
    [tables.questions.size, 'question answered', 'questions answered'],
    [tables.predictions.size, 'prediction', 'predictions'],
    [tables.reasons.size, 'note', 'notes'],
    [
      versions.length,
      'version of your own of an experiment',
      'versions of your own of experiments',
    ],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
}

function item(text: string): HTMLElement {
  const element = document.createElement('li');
  element.textContent = text;
  return element;
}

customElements.define('progress-keeper', ProgressKeeper);
