import { storageTrouble } from '../progress/storage.ts';

/** Tells the reader, once and in words, when what they do cannot be stored. Hidden as long as all is well. */
export class StorageNotice extends HTMLElement {
  #leave: (() => void) | undefined;

  connectedCallback(): void {
    const text = this.querySelector('[role="status"]');
    const close = this.querySelector('button');
    const dismiss = () => {
      this.hidden = true;
    };
    close?.addEventListener('click', dismiss);
    const unsubscribe = storageTrouble.subscribe((sentence) => {
      if (text) text.textContent = sentence ?? '';
      this.hidden = sentence === undefined;
    });
    this.#leave = () => {
      close?.removeEventListener('click', dismiss);
      unsubscribe();
    };
  }

  disconnectedCallback(): void {
    this.#leave?.();
  }
}

customElements.define('storage-notice', StorageNotice);
