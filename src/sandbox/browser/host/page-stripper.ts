/** The page's stripper, for what a program writes itself and then runs. */
import type { Strip } from '../../typescript/strip.ts';

export class PageStripper {
  readonly #ask: (id: number, path: string, text: string) => void;
  readonly #waiting = new Map<number, (strip: Strip | undefined) => void>();
  #ids = 0;

  constructor(ask: (id: number, path: string, text: string) => void) {
    this.#ask = ask;
  }

  /** Resolves with nothing where the page cannot load its stripper. */
  readonly strip = (path: string, text: string): Promise<Strip | undefined> => {
    return new Promise((resolve) => {
      const id = ++this.#ids;
      this.#waiting.set(id, resolve);
      this.#ask(id, path, text);
    });
  };

  answer(id: number, strip: Strip | undefined): void {
    this.#waiting.get(id)?.(strip);
    this.#waiting.delete(id);
  }
}
