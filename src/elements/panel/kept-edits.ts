/** The reader's own version of an experiment's files, kept across reloads. */
import { edits, type Refusal } from '../../progress/storage.ts';
import type { Files } from '../../sandbox/engine.ts';

/** Typing is stored when it pauses for this long. */
const pauseMs = 400;

export class KeptEdits {
  readonly #name: string;
  readonly #original: string;
  readonly #onRefusal: (sentence: string) => void;
  #timer = 0;
  #waiting: (() => void) | undefined;

  /** `original` tells one version of the course's files from another. */
  constructor(name: string, original: string, onRefusal: (sentence: string) => void) {
    this.#name = name;
    this.#original = original;
    this.#onRefusal = onRefusal;
  }

  /** What was kept, and whether the course's files have changed since the reader began to edit. */
  read(): { readonly files: Files; readonly outdated: boolean } | undefined {
    const kept = edits.of(this.#name);
    return kept && { files: kept.files, outdated: kept.original !== this.#original };
  }

  keep(files: Files): void {
    this.#plan(() => {
      const refusal = this.keepNow(files);
      if (refusal !== undefined) this.#onRefusal(refusal);
    });
  }

  /** Stores at once. Says why if it could not. */
  keepNow(files: Files): Refusal {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
    return edits.keep(this.#name, { original: this.#original, files });
  }

  forget(): void {
    this.#plan(() => edits.forget(this.#name));
    this.flush();
  }

  /** Stores now what waits to be stored. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#waiting?.();
    this.#waiting = undefined;
  }

  #plan(store: () => void): void {
    clearTimeout(this.#timer);
    this.#waiting = store;
    this.#timer = window.setTimeout(() => this.flush(), pauseMs);
  }
}
