/**
 * `<offline-course>`: keeps the course on the reader's computer once they have begun to use a page, and says so.
 * Somebody who only looks in, or whose browser is asked to save data, is not made to load it.
 */
import { required } from './required.ts';

export class OfflineCourse extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    // The development server writes no service worker, and a page without a secure address may have none.
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    if (navigator.serviceWorker.controller) this.#tell();
    if (savesData()) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const begin = () => {
      this.#listening?.abort();
      void this.#keep();
    };
    for (const type of ['click', 'keydown']) document.addEventListener(type, begin, { signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  async #keep(): Promise<void> {
    try {
      await navigator.serviceWorker.register(this.getAttribute('worker') ?? '');
      const { active } = await navigator.serviceWorker.ready;
      for (const address of active ? await framedBy(active) : []) await loadInFrame(address);
      this.#tell();
    } catch {
      // Blocked, or the network went: the next visit tries again, and until then nothing is promised.
    }
  }

  #tell(): void {
    required(this, '[role=status]', HTMLElement).textContent =
      'The whole course is kept on this computer, to be read offline.';
  }
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

/** What is loaded into frames without an origin goes past a service worker. */
function framedBy(worker: ServiceWorker): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
    worker.postMessage('framed', [port2]);
  });
}

/**
 * Once loaded, the browser's own cache has it: it is marked as never changing. Its script waits for a page to open it.
 * Seen to work in Chromium; Firefox 153 asks the network again, so there the course can be read offline and not run.
 */
function loadInFrame(address: string): Promise<void> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.setAttribute('aria-hidden', 'true');
    frame.title = 'Kept for later';
    frame.hidden = true;
    frame.addEventListener('load', () => {
      frame.remove();
      resolve();
    });
    frame.src = address;
    document.body.append(frame);
  });
}

customElements.define('offline-course', OfflineCourse);
