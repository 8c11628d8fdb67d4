/**
 * What the site has beside the document: modules that the page fetches and hands in when a program needs them.
 * The host knows all by name from the beginning. A text stays for as long as the sandbox does.
 */
import type { ShelfIndex } from '../wire/page-messages.ts';
import type { Fault } from '../wire/thread-messages.ts';
import { LinkError, Pending } from './link-faults.ts';
import type { ScriptUrls } from './script-urls.ts';

export class Shelf {
  readonly #index: ShelfIndex;
  readonly #scriptUrls: ScriptUrls;
  readonly #ask: (names: readonly string[]) => void;
  readonly #here: (name: string, text: string) => void;
  readonly #urls = new Map<string, string>();
  readonly #exports = new Map<string, readonly string[]>();
  readonly #waiting = new Set<{ names: readonly string[]; settle(): void }>();

  /** `here` is told each text that has come. */
  constructor(
    index: ShelfIndex,
    urls: ScriptUrls,
    ask: (names: readonly string[]) => void,
    here: (name: string, text: string) => void = () => undefined,
  ) {
    this.#index = index;
    this.#scriptUrls = urls;
    this.#ask = ask;
    this.#here = here;
  }

  get names(): readonly string[] {
    return Object.keys(this.#index);
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#index, name);
  }

  /** What a module exports. Throws Pending where something has to be fetched first. */
  exportsOf(name: string): readonly string[] {
    this.require(name);
    return this.#exports.get(name) ?? [];
  }

  /** Where every text that is here can be loaded from, by name. */
  get urls(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#urls);
  }

  /** Throws Pending where a module, or something that it needs, has to be fetched first. */
  require(name: string): void {
    const missing = this.missing(name);
    if (missing.length > 0) throw new Pending(missing.join(', '), () => this.fetch(missing));
  }

  /** Where a module can be loaded from. Throws Pending where something has to be fetched first. */
  url(name: string): string {
    this.require(name);
    const url = this.#urls.get(name);
    if (url === undefined) throw new LinkError(notFetched([name]));
    return url;
  }

  /** Those, of a module and all that it needs, that are not here. */
  missing(name: string, seen: Set<string> = new Set()): string[] {
    if (seen.has(name) || !this.has(name)) return [];
    seen.add(name);
    const needs = this.#index[name] ?? [];
    const deeper = needs.flatMap((need) => this.missing(need, seen));
    return this.#urls.has(name) ? deeper : [name, ...deeper];
  }

  /** Asks the page for texts. Resolves when each of them is here or has failed, then with the fault. */
  fetch(names: readonly string[]): Promise<Fault | undefined> {
    return new Promise((resolve) => {
      const settle = () => {
        const failed = names.filter((name) => !this.#urls.has(name));
        resolve(failed.length === 0 ? undefined : notFetched(failed));
      };
      this.#waiting.add({ names, settle });
      this.#ask(names);
    });
  }

  /** The page's answer, or what it hands in unasked. */
  put(texts: Readonly<Record<string, string>>, failed: readonly string[]): void {
    for (const [name, text] of Object.entries(texts)) {
      if (this.has(name) && !this.#urls.has(name)) {
        this.#urls.set(name, this.#scriptUrls.make(text));
        this.#exports.set(name, exportsIn(text));
        this.#here(name, text);
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

/** A text begins with the names of its exports, as JSON in a comment: so only who needs the module has to load them. */
function exportsIn(text: string): readonly string[] {
  const [, names = '[]'] = /^\/\*(\[.*?\])\*\//.exec(text) ?? [];
  return JSON.parse(names);
}

function notFetched(names: readonly string[]): Fault {
  const list = names.map((name) => `'${name}'`).join(', ');
  const message = `Cannot load ${list}: the site cannot be reached. Try again when the network is back.`;
  return { name: 'Error', code: 'ERR_MODULE_NOT_FOUND', message };
}
