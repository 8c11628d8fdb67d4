/** A module of ours for each built-in of Node, which hands on what every thread has under that name. */

import { isInternal } from '../wire/shelf-names.ts';
import { absentModule, absentPackage, nodeModules, schemeOnly } from './absent.ts';
import { faultAt, type Place } from './link-faults.ts';
import { inlineUrl, type ScriptUrls } from './script-urls.ts';
import type { Shelf } from './shelf.ts';

/** The one name by which linked modules reach the thread that they run in. */
export const THREAD_GATE = 'globalThis[Symbol.for("sandbox.thread")]';

export interface NamedModule {
  /** Without `node:`. */
  readonly name: string;
  readonly exports: ReadonlySet<string>;
  url(): string;
}

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

  /** What an import by name means. Throws LinkError where that does not exist here, and Pending like `url`. */
  find(specifier: string, place: Place): NamedModule {
    const name = specifier.replace(/^node:/, '');
    const isNodes = specifier !== name || (nodeModules.has(name) && !schemeOnly.has(name));
    const isHere = isNodes === nodeModules.has(name) && this.#has(name);
    if (isHere) {
      return { name, exports: new Set(this.#exportsOf(name)), url: () => this.url(name) };
    }
    if (isNodes && !nodeModules.has(name)) {
      const message = `No such built-in module: ${specifier}`;
      throw faultAt(place, { name: 'Error', code: 'ERR_UNKNOWN_BUILTIN_MODULE', message });
    }
    const packages = this.shelf.names.filter((known) => !nodeModules.has(known));
    const known = packages.filter((known) => !isInternal(known));
    const [, packageName = name] = /^((?:@[^/]*\/)?[^/]*)/.exec(name) ?? [];
    throw faultAt(place, {
      name: 'Error',
      code: isNodes ? 'ERR_NOT_IN_BROWSER_ENGINE' : 'ERR_MODULE_NOT_FOUND',
      message: isNodes ? absentModule(name) : absentPackage(packageName, place.from, known),
    });
  }

  /** Whether a name is not that of a package that does not exist. */
  isKnown(name: string): boolean {
    return name.startsWith('node:') || this.isNodes(name) || this.#has(name);
  }

  /** Whether a name is of Node, and not of a package. */
  isNodes(name: string): boolean {
    return nodeModules.has(name);
  }

  #has(name: string): boolean {
    return !isInternal(name) && (Object.hasOwn(this.#exports, name) || this.shelf.has(name));
  }

  #exportsOf(name: string): readonly string[] {
    const ofCore = Object.hasOwn(this.#exports, name) ? this.#exports[name] : undefined;
    return ofCore ?? this.shelf.exportsOf(name);
  }

  /** Throws Pending where a text has to be fetched first. */
  url(name: string): string {
    const known = this.#urls.get(name);
    if (known !== undefined) return known;
    const lines = [`const m=${THREAD_GATE}.builtin(${JSON.stringify(name)});`];
    lines.push('export default m.default;');
    for (const [index, key] of this.#exportsOf(name).entries()) {
      if (key === 'default') continue;
      const quoted = JSON.stringify(key);
      lines.push(`const _${index}=m[${quoted}];export{_${index} as ${quoted}};`);
    }
    const url = inlineUrl(lines.join(''));
    this.#urls.set(name, url);
    return url;
  }
}
