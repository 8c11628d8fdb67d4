/**
 * Makes modules that a browser can load out of a program's files: each file gets an address after those that it
 * imports, since its text has to name theirs. Files that import each other are made by `circle-linker.ts`.
 *
 * No character of a file moves, so that every place in an error is the place in the reader's file. Static imports are
 * blanked out where they stand and repeated behind the end of the file, where they mean the same. `import(` and
 * `import.meta` become names of the same length, which a last import brings in from a small module of the file's own.
 * A CommonJS file becomes a script that hands its thread a function, and a module in front of it for those who import.
 */
import { init } from 'es-module-lexer/minimal';
import { fileUrl } from '../wire/paths.ts';
import { CIRCLES } from '../wire/shelf-names.ts';
import type { LinkedModule } from '../wire/thread-messages.ts';
import { absentExport } from './absent.ts';
import type { BuiltinModules } from './builtin-modules.ts';
import { linkCircle, type ReadFile } from './circle-linker.ts';
import {
  commonjsFacade,
  commonjsHead,
  commonjsScript,
  exportedNames,
  requiredNames,
} from './commonjs.ts';
import type { FileSystem } from './file-system.ts';
import { askedNames } from './import-clause.ts';
import * as faults from './link-faults.ts';
import { Circle, type File, faultAt, LinkError, type Place } from './link-faults.ts';
import type { Linked, Module, Target } from './linked.ts';
import { type Format, formatOf } from './module-format.ts';
import {
  type Attributes,
  checkAttributes,
  hasModuleSyntax,
  IMPORT_CALL_NAME,
  IMPORT_META,
  isStar,
  ownModule,
  replaced,
  type StaticImport,
  takeApart,
  withImportCalls,
} from './module-text.ts';
import {
  type AskedFile,
  noFile,
  type Resolved,
  requiredFile,
  resolveSpecifier,
} from './resolver.ts';
import { inlineUrl } from './script-urls.ts';
import type { Strips } from './strips.ts';

export class Linker {
  readonly #files: FileSystem;
  readonly #strips: Strips;
  readonly #builtins: BuiltinModules;
  /** By path, query and text: a file that was changed since is another module. */
  readonly #modules = new Map<string, Module>();
  /** As threads are told of them; only what nobody was told of is taken back. */
  readonly #linked: LinkedModule[] = [];
  readonly #urls: string[] = [];
  #made = 0;

  constructor(files: FileSystem, strips: Strips, builtins: BuiltinModules) {
    this.#files = files;
    this.#strips = strips;
    this.#builtins = builtins;
  }

  static async ready(): Promise<void> {
    await init();
  }

  /** All modules made so far, in the order in which they were made. */
  get modules(): readonly LinkedModule[] {
    return this.#linked;
  }

  /**
   * Links a file and all that it imports. Gives its URL; throws LinkError where the program is at fault, and Pending
   * where something has to be fetched first, as all methods here do.
   */
  link(path: string): string {
    const file = { path, query: '' };
    return this.#whole(file, undefined, {}, () => this.#link(file, undefined, [])).url;
  }

  /** Links what a running module asks for by `import()`. */
  linkSpecifier(specifier: string, from: string, attributes: Attributes = {}): Linked {
    const place = { from };
    const resolved = resolveSpecifier(specifier, place, this.#files);
    const plain = () => this.#resolved(resolved, place, [], attributes);
    if (resolved.type !== 'file') return linked(plain());
    return linked(this.#whole(resolved, place, attributes, plain));
  }

  /** Links what a running module asks for by `require()`. */
  linkRequired(specifier: string, from: string): Linked {
    return linked(this.#required(specifier, from));
  }

  /** Links the text of `new Worker(text, { eval: true })`, which may use `require`. */
  linkEval(path: string, text: string): string {
    return this.#make({ path, query: '' }, text, [], true).url;
  }

  /** Gives back the URLs. Modules that are loaded already are not touched. */
  dispose(): void {
    for (const url of this.#urls) this.#builtins.scriptUrls.revoke(url);
    this.#urls.length = 0;
    this.#modules.clear();
    this.#linked.length = 0;
  }

  /** Links a file that nobody imports statically, in the one way or the other. */
  #whole(
    file: AskedFile,
    place: Place | undefined,
    attributes: Attributes,
    plain: () => Target,
  ): Target {
    const before = { known: this.#modules.size, linked: this.#linked.length };
    try {
      return plain();
    } catch (error) {
      // What was made on the way would be of the wrong kind if it turns out to belong to a circle.
      for (const key of [...this.#modules.keys()].slice(before.known)) this.#modules.delete(key);
      this.#linked.length = before.linked;
      if (!(error instanceof Circle)) throw error;
    }
    this.#builtins.shelf.require(CIRCLES);
    return linkCircle(this.#read(file, place, attributes), {
      file: ({ specifier, place, attributes }) => {
        const resolved = resolveSpecifier(specifier, place, this.#files);
        return resolved.type === 'file' ? this.#read(resolved, place, attributes) : undefined;
      },
      plain: ({ specifier, place, attributes }) => this.#target(specifier, place, [], attributes),
      check: (found, target) => this.#check(found, target),
      url: (text) => this.#url(text),
      keep: (file, module) => this.#keep(file, module),
      foreseen: (path, code) => this.#foreseen(path, code),
    });
  }

  #read(
    file: AskedFile,
    place: Place | undefined,
    attributes: Attributes,
  ): ReadFile & { readonly text: string; readonly format: Format } {
    const { path } = file;
    const text = this.#files.text(path);
    if (text === undefined) throw noFile(this.#files, file, place);
    const code = this.#strips.strip(path, text);
    const format = formatOf(this.#files, path, () => hasModuleSyntax(path, code));
    if (format === undefined) throw faultAt(place, faults.unknownExtension(path));
    if (place) checkAttributes(format === 'json', attributes, file, place);
    const known = this.#modules.get(keyOf(file, code));
    return { file, text, code, format, known, isModule: format === 'module' };
  }

  #link(
    file: AskedFile,
    place: Place | undefined,
    chain: readonly string[],
    attributes: Attributes = {},
  ): Module {
    const { path } = file;
    if (chain.includes(path)) throw new Circle([...chain, path], place);
    const { text, code, format, known } = this.#read(file, place, attributes);
    // Only what is run together with it can import it statically.
    if (known?.circle && place?.code !== undefined) throw new Circle([path], place);
    if (known) return known;
    if (format === 'json') return this.#json(file, text);
    if (format === 'commonjs') return this.#commonjs(file, code);
    return this.#make(file, code, [...chain, path]);
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
    const file = { path, query: '' };
    if (this.#read(file, undefined, {}).isModule) throw new LinkError(faults.moduleRequired(path));
    return this.#link(file, undefined, []);
  }

  #make(file: File, code: string, chain: readonly string[], withRequire = false): Module {
    const { path } = file;
    const { imports, exports, replacements } = takeApart(path, code);
    const names = new Set(exports.map(({ n }) => n));
    const tail: string[] = [];
    const urls = new Set<string>();
    for (const found of imports) {
      const { clause, specifier, place, attributes } = found;
      const target = this.#target(specifier, place, chain, attributes);
      this.#check(found, target);
      if (isStar(clause)) {
        for (const name of target.exports) if (name !== 'default') names.add(name);
      }
      if (target.builtin === undefined) urls.add(target.url);
      tail.push(`${clause}${JSON.stringify(target.url)};`);
    }
    const out = replaced(code, replacements);
    const own = inlineUrl(ownModule(path, addressOf(file)), ++this.#made);
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
    return this.#resolved(resolved, place, chain, attributes);
  }

  #resolved(
    resolved: Resolved,
    place: Place,
    chain: readonly string[],
    attributes: Attributes,
  ): Target {
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
  #check({ clause, specifier, place, start }: StaticImport, target: Target): void {
    for (const { name, at } of askedNames(clause)) {
      if (target.exports.has(name)) continue;
      const isOurs = target.builtin !== undefined && this.#builtins.isNodes(target.builtin);
      throw faultAt(
        { ...place, at: start + at },
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
    const { exports: _, circle: __, ...linked } = module;
    this.#linked.push({ ...linked, address: addressOf(file) });
    return module;
  }
}

const linked = ({ url, path }: Target): Linked => (path === undefined ? { url } : { url, path });

const keyOf = ({ path, query }: File, source: string): string => `${path}\0${query}\0${source}`;

function addressOf({ path, query }: File): string {
  return path.startsWith('data:') ? path : fileUrl(path, query);
}
