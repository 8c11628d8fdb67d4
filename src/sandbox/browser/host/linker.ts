/**
 * Makes modules that a browser can load out of a program's files: each file gets an address after those that it
 * imports, since its text has to name theirs.
 *
 * No character of a file moves, so that every place in an error is the place in the reader's file. Static imports are
 * blanked out where they stand and repeated behind the end of the file, where they mean the same. `import(` and
 * `import.meta` become names of the same length, which a last import brings in from a small module of the file's own.
 * A CommonJS file becomes a script that hands its thread a function, and a module in front of it for those who import.
 */
import { init } from 'es-module-lexer/minimal';
import type { LinkedModule } from '../wire/thread-messages.ts';
import { absentExport } from './absent.ts';
import { type BuiltinModules, THREAD_GATE } from './builtin-modules.ts';
import {
  commonjsFacade,
  commonjsHead,
  commonjsScript,
  exportedNames,
  requiredNames,
} from './commonjs.ts';
import type { FileSystem } from './file-system.ts';
import { askedAttributes, askedNames } from './import-clause.ts';
import * as faults from './link-faults.ts';
import { type File, faultAt, LinkError, type Place } from './link-faults.ts';
import { formatOf } from './module-format.ts';
import {
  type Attributes,
  checkAttributes,
  hasModuleSyntax,
  IMPORT_CALL,
  IMPORT_CALL_NAME,
  lex,
  META,
  STATIC,
  withImportCalls,
} from './module-text.ts';
import { fileUrl, folderOf } from './paths.ts';
import { hintFor, type Resolved, requiredFile, resolveSpecifier } from './resolver.ts';
import type { Types } from './types.ts';

const IMPORT_META = 'importMeta$';

/** A module, and what its importers may ask of it. */
interface Module extends LinkedModule {
  readonly exports: ReadonlySet<string>;
}

/** What a specifier turned out to be; `path` is a file's. */
export interface Linked {
  readonly url: string;
  readonly path?: string;
}

interface Target extends Linked {
  readonly exports: ReadonlySet<string>;
  readonly builtin?: string;
}

export class Linker {
  readonly #files: FileSystem;
  readonly #types: Types;
  readonly #builtins: BuiltinModules;
  /** By path, query and text: a file that was changed since is another module. */
  readonly #modules = new Map<string, Module>();
  readonly #urls: string[] = [];

  constructor(files: FileSystem, types: Types, builtins: BuiltinModules) {
    this.#files = files;
    this.#types = types;
    this.#builtins = builtins;
  }

  static async ready(): Promise<void> {
    await init();
  }

  /** All modules made so far. */
  get modules(): readonly LinkedModule[] {
    return [...this.#modules.values()].map(({ exports: _, ...linked }) => linked);
  }

  /**
   * Links a file and all that it imports. Gives its URL; throws LinkError where the program is at fault, and Pending
   * where something has to be fetched first, as all methods here do.
   */
  link(path: string): string {
    return this.#link({ path, query: '' }, undefined, []).url;
  }

  /** Links what a running module asks for by `import()`. */
  linkSpecifier(specifier: string, from: string, attributes: Attributes = {}): Linked {
    return linked(this.#target(specifier, { from }, [], attributes));
  }

  /** Links what a running module asks for by `require()`. */
  linkRequired(specifier: string, from: string): Linked {
    return linked(this.#required(specifier, from));
  }

  /** Links the text of `new Worker(text, { eval: true })`, which may use `require`. */
  linkEval(path: string, text: string): string {
    return this.#make({ path, query: '' }, text, [], true).url;
  }

  /** Links a module of ours. It is left out of `modules`, so its places are not shown. */
  linkOwn(path: string, text: string): string {
    const file = { path, query: '' };
    const module = this.#make(file, text, []);
    this.#modules.delete(keyOf(file, text));
    return module.url;
  }

  /** Gives back the URLs. Modules that are loaded already are not touched. */
  dispose(): void {
    for (const url of this.#urls) this.#builtins.scriptUrls.revoke(url);
    this.#urls.length = 0;
    this.#modules.clear();
  }

  #link(
    file: File & { readonly written?: string },
    place: Place | undefined,
    chain: readonly string[],
    attributes: Attributes = {},
  ): Module {
    const { path } = file;
    const text = this.#files.text(path);
    if (text === undefined) throw this.#noFile(file, place);
    if (chain.includes(path)) throw faultAt(place, faults.circle([...chain, path]));
    const code = this.#types.strip(path, text);
    const format = formatOf(this.#files, path, () => hasModuleSyntax(path, code));
    if (format === undefined) throw faultAt(place, faults.unknownExtension(path));
    if (place) checkAttributes(format === 'json', attributes, file, place);
    const known = this.#modules.get(keyOf(file, code));
    if (known) return known;
    if (format === 'json') return this.#json(file, text);
    if (format === 'commonjs') return this.#commonjs(file, code);
    return this.#make(file, code, [...chain, path]);
  }

  #noFile(file: File & { readonly written?: string }, place: Place | undefined): LinkError {
    const { path, written = '' } = file;
    const hint = hintFor(this.#files, path, written);
    if (place && this.#files.isFolder(path)) {
      return faultAt(place, faults.isFolder(written, path, place, hint));
    }
    return faultAt(place, faults.notFound(file, place, hint));
  }

  #json(file: File, text: string): Module {
    const { path } = file;
    try {
      JSON.parse(text);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new LinkError({ name: 'SyntaxError', message: `${path}: ${message}` });
    }
    const url = this.#url(`export default ${text}`);
    return this.#keep(file, { url, path, source: text, exports: new Set(['default']) });
  }

  #commonjs(file: File, code: string): Module {
    const { path } = file;
    const names = exportedNames(code);
    const requires: Record<string, string> = {};
    const module = this.#keep(file, {
      url: this.#url(commonjsFacade(path, names)),
      path,
      source: code,
      script: this.#url(commonjsScript(path, withImportCalls(code), IMPORT_CALL_NAME)),
      head: commonjsHead(path, IMPORT_CALL_NAME).length,
      requires,
      exports: new Set(['default', 'module.exports', ...names]),
    });
    Object.assign(requires, this.#foreseen(path, code));
    return module;
  }

  /** Links ahead what a file requires by literal names, since a thread cannot always wait for it. By specifier, its path. */
  #foreseen(path: string, code: string): Record<string, string> {
    const found: Record<string, string> = {};
    for (const name of requiredNames(code)) {
      try {
        const target = this.#required(name, path);
        if (target.path !== undefined) found[name] = target.path;
      } catch (error) {
        // It may never be called, or in a `try`: what is wrong is said when it is.
        if (!(error instanceof LinkError)) throw error;
      }
    }
    return found;
  }

  #required(specifier: string, from: string): Target {
    const place = { from };
    const resolved = resolveSpecifier(specifier, place, this.#files);
    if (resolved.type === 'name' && this.#builtins.isKnown(resolved.name)) {
      return this.#named(resolved.name, place);
    }
    const path = resolved.type === 'file' ? requiredFile(this.#files, resolved.path) : undefined;
    if (path === undefined) throw new LinkError(faults.notRequired(specifier, from));
    const module = this.#link({ path, query: '' }, undefined, []);
    if (module.script === undefined && !path.endsWith('.json')) {
      throw new LinkError(faults.moduleRequired(path));
    }
    return module;
  }

  #make(file: File, code: string, chain: readonly string[], withRequire = false): Module {
    const { path } = file;
    const [imports, exports] = lex(path, code);
    const names = new Set(exports.map(({ n }) => n));
    const tail: string[] = [];
    const urls = new Set<string>();
    let out = '';
    let at = 0;
    const replace = (from: number, to: number, text: string) => {
      out += code.slice(at, from) + text;
      at = to;
    };
    for (const found of imports) {
      const { d: kind, ss: start, se: end, s: specifierStart, e, n: specifier = '' } = found;
      if (kind === META) replace(start, end, IMPORT_META);
      else if (kind !== STATIC) replace(start, start + IMPORT_CALL.length, IMPORT_CALL_NAME);
      else {
        const place = { from: path, code, at: specifierStart - 1 };
        const attributes = askedAttributes(code.slice(e + 1, end));
        const target = this.#target(specifier, place, chain, attributes);
        const clause = code.slice(start, specifierStart - 1);
        this.#check(clause, { ...place, at: start }, specifier, target);
        if (/^export\s*\*(?!\s*as\b)/.test(clause)) {
          for (const name of target.exports) if (name !== 'default') names.add(name);
        }
        if (target.builtin === undefined) urls.add(target.url);
        tail.push(`${clause}${JSON.stringify(target.url)};`);
        replace(start, end, code.slice(start, end).replace(/[^\n]/g, ' '));
      }
    }
    out += code.slice(at);
    const own = this.#url(
      `const m=${THREAD_GATE}.module(${JSON.stringify(path)},${JSON.stringify(folderOf(path))},` +
        `${JSON.stringify(addressOf(file))});` +
        `export const ${IMPORT_META}=m.meta,${IMPORT_CALL_NAME}=m.load,require=m.require;`,
    );
    const brought = [IMPORT_META, IMPORT_CALL_NAME, ...(withRequire ? ['require'] : [])];
    tail.push(`import{${brought}}from${JSON.stringify(own)};`);
    const url = this.#url(
      `${out}\n;${tail.join('')}\n//# sourceURL=${addressOf({ path, query: '' })}`,
    );
    const requires =
      withRequire || code.includes('createRequire') ? this.#foreseen(path, code) : undefined;
    return this.#keep(file, {
      url,
      path,
      source: code,
      exports: names,
      ...(urls.size > 0 && { imports: [...urls] }),
      ...(requires && { requires }),
    });
  }

  #target(
    specifier: string,
    place: Place,
    chain: readonly string[],
    attributes: Attributes,
  ): Target {
    const resolved = resolveSpecifier(specifier, place, this.#files);
    if (resolved.type === 'file') return this.#link(resolved, place, chain, attributes);
    if (resolved.type === 'data') return this.#data(resolved, place, chain, attributes);
    return this.#named(resolved.name, place);
  }

  #data(
    { url, media, text }: Resolved & { type: 'data' },
    place: Place,
    chain: readonly string[],
    attributes: Attributes,
  ): Target {
    const file = { path: url, query: '' };
    checkAttributes(media === 'application/json', attributes, file, place);
    const known = this.#modules.get(keyOf(file, text));
    if (known) return known;
    if (media === 'application/json') return this.#json(file, text);
    return this.#make(file, text, chain);
  }

  #named(name: string, place: Place): Target {
    const found = this.#builtins.find(name, place);
    return { url: found.url(), exports: found.exports, builtin: found.name };
  }

  /** A name that the other module lacks is found here, where its place is known, and not by the browser. */
  #check(clause: string, place: Place, specifier: string, target: Target): void {
    for (const { name, at } of askedNames(clause)) {
      if (target.exports.has(name)) continue;
      const isOurs = target.builtin !== undefined && this.#builtins.isNodes(target.builtin);
      throw faultAt(
        { ...place, at: (place.at ?? 0) + at },
        {
          name: 'SyntaxError',
          ...(isOurs && { code: 'ERR_NOT_IN_BROWSER_ENGINE' }),
          message: isOurs
            ? absentExport(target.builtin ?? '', name)
            : `The requested module '${specifier}' does not provide an export named '${name}'`,
        },
      );
    }
  }

  #url(text: string): string {
    const url = this.#builtins.scriptUrls.make(text);
    this.#urls.push(url);
    return url;
  }

  #keep(file: File, module: Module): Module {
    this.#modules.set(keyOf(file, module.source), module);
    return module;
  }
}

const linked = ({ url, path }: Target): Linked => (path === undefined ? { url } : { url, path });

const keyOf = ({ path, query }: File, source: string): string => `${path}\0${query}\0${source}`;

function addressOf({ path, query }: File): string {
  return path.startsWith('data:') ? path : fileUrl(path, query);
}
