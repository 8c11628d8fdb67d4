/**
 * `<run-elsewhere>`: the ways by which a program leaves its panel, as it is now: to the scratchpad, into a folder on the
 * reader's disk, to StackBlitz. Nothing is loaded or sent before it is asked for. See `components/RunElsewhere.astro`.
 */
import type { SharedProgram } from '../sandbox/share-link.ts';
import type { About } from './elsewhere/node-project.ts';
import { leadToScratchpad } from './elsewhere/scratchpad-link.ts';
import { required } from './required.ts';

export class RunElsewhere extends HTMLElement {
  /** Gives the program as it is now. Its panel sets it. */
  program: (() => SharedProgram) | undefined;

  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const ways = { download: () => this.#download(), stackblitz: () => this.#openInStackBlitz() };
    for (const [name, go] of Object.entries(ways)) {
      const button = required(this, `button.${name}`, HTMLButtonElement);
      button.disabled = false;
      button.addEventListener('click', () => void this.#try(go), { signal });
      // A new tab must follow the click at once, or the browser takes it for one that nobody asked for.
      for (const type of ['pointerenter', 'focus']) {
        button.addEventListener(type, loadAhead, { signal });
      }
    }
    const link = this.querySelector<HTMLAnchorElement>('a.to-scratchpad');
    if (link) leadToScratchpad(link, () => this.#current, signal);
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  async #download(): Promise<void> {
    const { download, nodeProject } = await load();
    await download(this.#about.name, nodeProject(this.#current, this.#about));
  }

  async #openInStackBlitz(): Promise<void> {
    if (!navigator.onLine) {
      this.#say(
        'StackBlitz is on the network, and this browser is offline. Download works without.',
      );
      return;
    }
    const { openInStackBlitz } = await load();
    openInStackBlitz(this.#current, this.#about);
  }

  async #try(go: () => Promise<void>): Promise<void> {
    this.#say('');
    try {
      await go();
    } catch (error) {
      this.#say(
        `That did not work: ${error instanceof Error ? error.message : error}. If you are offline, try again when you are not.`,
      );
    }
  }

  #say(words: string): void {
    required(this, '[aria-live]', HTMLElement).textContent = words;
  }

  get #about(): About {
    return JSON.parse(required(this, 'script', HTMLScriptElement).text) as About;
  }

  get #current(): SharedProgram {
    if (!this.program) throw new Error('<run-elsewhere> was given no program');
    return this.program();
  }
}

async function load() {
  const [{ download }, { openInStackBlitz }, { nodeProject }] = await Promise.all([
    import('./elsewhere/download.ts'),
    import('./elsewhere/open-in-stackblitz.ts'),
    import('./elsewhere/node-project.ts'),
  ]);
  return { download, openInStackBlitz, nodeProject };
}

/** Offline it fails; the click will say so. */
const loadAhead = () => void load().catch(() => {});

customElements.define('run-elsewhere', RunElsewhere);
