/**
 * Takes the types out of a program's files. Those that it came with were stripped by the page beforehand; what a
 * program writes itself the page strips when it is linked.
 */
import type { Strip } from '../../typescript/strip.ts';
import type { Fault } from '../wire/thread-messages.ts';
import { LinkError, Pending } from './link-faults.ts';
import { isTypeScript } from './module-format.ts';

/** What became of a `.ts` file, and the text that it was made of. */
export interface StrippedFile {
  readonly text: string;
  readonly strip: Strip;
}

/** Asks the page. Resolves with nothing where its stripper cannot be had. */
export type AskStripper = (path: string, text: string) => Promise<Strip | undefined>;

export class Strips {
  readonly #ask: AskStripper;
  /** By absolute path. */
  readonly #stripped: Map<string, StrippedFile>;

  constructor(stripped: Readonly<Record<string, StrippedFile>>, ask: AskStripper) {
    this.#stripped = new Map(Object.entries(stripped));
    this.#ask = ask;
  }

  /** The text without its types. Throws LinkError for a file that is at fault, Pending where the page has to be asked. */
  strip(path: string, text: string): string {
    if (!isTypeScript(path)) return text;
    const known = this.#stripped.get(path);
    if (known?.text !== text) throw new Pending(path, () => this.#fetch(path, text));
    const { strip } = known;
    if (strip.type === 'code') return strip.code;
    const { code, message, line, snippet } = strip.fault;
    const frame = `file://${path}:${line}\n${snippet}`;
    throw new LinkError({ name: 'SyntaxError', code, message, frame });
  }

  async #fetch(path: string, text: string): Promise<Fault | undefined> {
    const strip = await this.#ask(path, text);
    if (!strip) return noStripper(path);
    this.#stripped.set(path, { text, strip });
    return undefined;
  }
}

function noStripper(path: string): Fault {
  const message = `The types could not be taken out of ${path}: the site cannot be reached. Try again when the network is back.`;
  return { name: 'Error', code: 'ERR_NOT_IN_BROWSER_ENGINE', message };
}
