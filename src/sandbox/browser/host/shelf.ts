/**
 * What the site has beside the document: modules that the page fetches and hands in when a program needs them.
 * The host knows all by name from the beginning. A text stays for as long as the sandbox does.
 */
import type { ShelfIndex } from '../wire/page-messages.ts';
import type { ScriptUrls } from './script-urls.ts';

/** Something cannot be linked before these have come. */
export class ShelfWanted extends Error {
  readonly names: readonly string[];
  constructor(names: readonly string[]) {
    super(`Not here yet: ${names.join(', ')}`);
    this.names = names;
  }
}

export class Shelf {
  readonly #index: ShelfIndex;
  readonly #scriptUrls: ScriptUrls;
  readonly #ask: (names: readonly string[]) => void;
  readonly #urls = new Map<string, string>();
  readonly #waiting = new Set<{ names: readonly string[]; settle(): void }>();

  constructor(index: ShelfIndex, urls: ScriptUrls, ask: (names: readonly string[]) => void) {
    this.#index = index;
    this.#scriptUrls = urls;
    this.#ask = ask;
  }

  exportsOf(name: string): readonly string[] | undefined {
    return Object.hasOwn(this.#index, name) ? this.#index[name]?.exports : undefined;
  }

  /** Where every text that is here can be loaded from, by name. */
  get urls(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#urls);
  }

  /** Those, of a module and all that it needs, that are not here. */
  missing(name: string, seen: Set<string> = new Set()): string[] {
    if (seen.has(name) || !Object.hasOwn(this.#index, name)) return [];
    seen.add(name);
    const needs = this.#index[name]?.needs ?? [];
    const deeper = needs.flatMap((need) => this.missing(need, seen));
    return this.#urls.has(name) ? deeper : [name, ...deeper];
  }

  /** Asks the page for texts. Resolves when each of them is here or has failed; gives those that have. */
  fetch(names: readonly string[]): Promise<readonly string[]> {
    return new Promise((resolve) => {
      const waiter = {
        names,
        settle: () => resolve(names.filter((name) => !this.#urls.has(name))),
      };
      this.#waiting.add(waiter);
      this.#ask(names);
    });
  }

  /** The page's answer, or what it hands in unasked. */
  put(texts: Readonly<Record<string, string>>, failed: readonly string[]): void {
    for (const [name, text] of Object.entries(texts)) {
      if (Object.hasOwn(this.#index, name) && !this.#urls.has(name)) {
        this.#urls.set(name, this.#scriptUrls.make(text));
      }
    }
    for (const waiter of this.#waiting) {
      const isOver = (name: string) => this.#urls.has(name) || failed.includes(name);
      if (!waiter.names.every(isOver)) continue;
      this.#waiting.delete(waiter);
      waiter.settle();
    }
  }
}
