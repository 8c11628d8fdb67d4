/** A module of ours for each built-in of Node, which hands on what every thread has under that name. */

import type { ScriptUrls } from './script-urls.ts';
import { type Shelf, ShelfWanted } from './shelf.ts';

/** The one name by which linked modules reach the thread that they run in. */
export const THREAD_GATE = 'globalThis[Symbol.for("sandbox.thread")]';

export class BuiltinModules {
  readonly #urls = new Map<string, string>();
  readonly #exports: Readonly<Record<string, readonly string[]>>;
  readonly shelf: Shelf;
  /** How modules get addresses in this browser. */
  readonly scriptUrls: ScriptUrls;

  /** Takes what a thread says it has: module name, without `node:`, to the names of its exports. */
  constructor(
    exports: Readonly<Record<string, readonly string[]>>,
    shelf: Shelf,
    scriptUrls: ScriptUrls,
  ) {
    this.#exports = exports;
    this.shelf = shelf;
    this.scriptUrls = scriptUrls;
  }

  exportsOf(name: string): readonly string[] | undefined {
    return Object.hasOwn(this.#exports, name) ? this.#exports[name] : this.shelf.exportsOf(name);
  }

  /** Throws ShelfWanted where a text has to be fetched first. */
  url(name: string): string {
    const known = this.#urls.get(name);
    if (known !== undefined) return known;
    const missing = this.shelf.missing(name);
    if (missing.length > 0) throw new ShelfWanted(missing);
    const lines = [`const m=${THREAD_GATE}.builtin(${JSON.stringify(name)});`];
    lines.push('export default m.default;');
    for (const [index, key] of (this.exportsOf(name) ?? []).entries()) {
      if (key === 'default') continue;
      const quoted = JSON.stringify(key);
      lines.push(`const _${index}=m[${quoted}];export{_${index} as ${quoted}};`);
    }
    const url = this.scriptUrls.make(lines.join(''));
    this.#urls.set(name, url);
    return url;
  }
}
