/**
 * Makes modules that a browser can load out of a program's files: each file gets an address after those that it
 * imports, since its text has to name theirs.
 *
 * No character of a file moves, so that every place in an error is the place in the reader's file. Static imports are
 * blanked out where they stand and repeated behind the end of the file, where they mean the same. `import(` and
 * `import.meta` become names of the same length, which a last import brings in from a small module of the file's own.
 */
import { init, parse } from 'es-module-lexer/minimal';
import type { Strip } from '../../typescript/strip.ts';
import { ELSEWHERE } from '../remedy.ts';
import type { Fault, LinkedModule } from '../wire/thread-messages.ts';
import { absentExport, absentModule, absentPackage, nodeModules } from './absent.ts';
import { type BuiltinModules, THREAD_GATE } from './builtin-modules.ts';
import type { FileSystem } from './file-system.ts';
import { askedNames } from './import-clause.ts';
import { fileUrl, folderOf, resolveSpecifier } from './paths.ts';
import { placeOf, sourceFrame } from './source-frame.ts';

const IMPORT_META = 'importMeta$';
const IMPORT_CALL = 'import';
const IMPORT_CALL_NAME = '$mport';

/** What `parse` of the lexer calls a static import. */
const STATIC = -1;
const META = -2;

export class LinkError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

interface Module extends LinkedModule {
  readonly exports: ReadonlySet<string>;
}

/** What the page made of a `.ts` file, and the text that it was made of. */
export interface StrippedFile {
  readonly text: string;
  readonly strip: Strip;
}

export class Linker {
  readonly #files: FileSystem;
  readonly #strips: Readonly<Record<string, StrippedFile>>;
  readonly #builtins: BuiltinModules;
  /** By path, query and text: a file that was changed since is another module. */
  readonly #modules = new Map<string, Module>();
  readonly #urls: string[] = [];

  /** `strips` by absolute path. */
  constructor(
    files: FileSystem,
    strips: Readonly<Record<string, StrippedFile>>,
    builtins: BuiltinModules,
  ) {
    this.#files = files;
    this.#strips = strips;
    this.#builtins = builtins;
  }

  static async ready(): Promise<void> {
    await init();
  }

  /** All modules made so far. */
  get modules(): readonly LinkedModule[] {
    return [...this.#modules.values()].map(({ url, path, source }) => ({ url, path, source }));
  }

  /** Links a file and all that it imports. Gives its URL; throws LinkError where the program is at fault. */
  link(path: string): string {
    return this.#link({ path, query: '' }, undefined, []).url;
  }

  /** Links what a running module asks for by `import()`. */
  linkSpecifier(specifier: string, from: string): string {
    return this.#target(specifier, { from }, []).url;
  }

  /** Links the text of `new Worker(text, { eval: true })`, which may use `require` for built-in modules. */
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

  #link(file: File, place: Place | undefined, chain: readonly string[]): Module {
    const { path } = file;
    const text = this.#files.text(path);
    if (text === undefined) throw notFound(file, place);
    if (chain.includes(path)) throw cycle([...chain, path], place);
    const code = path.endsWith('.json') ? text : this.#stripped(path, text);
    const known = this.#modules.get(keyOf(file, code));
    if (known) return known;
    if (path.endsWith('.json')) return this.#json(file, text);
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

  /** The stripper is the page's: what a program writes itself runs as it is, and must not have types. */
  #stripped(path: string, text: string): string {
    const known = this.#strips[path];
    if (known?.text !== text) return text;
    const { strip } = known;
    if (strip.type === 'code') return strip.code;
    const { code, message, line, snippet } = strip.fault;
    const frame = `file://${path}:${line}\n${snippet}`;
    throw new LinkError({ name: 'SyntaxError', code, message, frame });
  }

  #make(file: File, code: string, chain: readonly string[], withRequire = false): Module {
    const { path } = file;
    const [imports, exports] = lex(path, code);
    const names = new Set(exports.map(({ n }) => n));
    const tail: string[] = [];
    let out = '';
    let at = 0;
    const replace = (from: number, to: number, text: string) => {
      out += code.slice(at, from) + text;
      at = to;
    };
    for (const found of imports) {
      const { d: kind, ss: start, se: end, s: specifierStart, n: specifier = '' } = found;
      if (kind === META) replace(start, end, IMPORT_META);
      else if (kind !== STATIC) replace(start, start + IMPORT_CALL.length, IMPORT_CALL_NAME);
      else {
        const place = { from: path, code, at: specifierStart - 1 };
        const target = this.#target(specifier, place, chain);
        const clause = code.slice(start, specifierStart - 1);
        this.#check(clause, { ...place, at: start }, specifier, target);
        if (/^export\s*\*(?!\s*as\b)/.test(clause)) {
          for (const name of target.exports) if (name !== 'default') names.add(name);
        }
        tail.push(`${clause}${JSON.stringify(target.url)};`);
        replace(start, end, code.slice(start, end).replace(/[^\n]/g, ' '));
      }
    }
    out += code.slice(at);
    const own = this.#url(
      `const m=${THREAD_GATE}.module(${JSON.stringify(path)},${JSON.stringify(folderOf(path))},` +
        `${JSON.stringify(fileUrl(path, file.query))});` +
        `export const ${IMPORT_META}=m.meta,${IMPORT_CALL_NAME}=m.load,require=m.require;`,
    );
    const brought = [IMPORT_META, IMPORT_CALL_NAME, ...(withRequire ? ['require'] : [])];
    tail.push(`import{${brought}}from${JSON.stringify(own)};`);
    const url = this.#url(`${out}\n;${tail.join('')}\n//# sourceURL=file://${path}`);
    return this.#keep(file, { url, path, source: code, exports: names });
  }

  #target(specifier: string, place: Place, chain: readonly string[]): Target {
    const resolved = resolveSpecifier(specifier, place.from);
    if (resolved.type === 'file') return this.#link(resolved, place, chain);
    if (resolved.type === 'malformed') {
      throw new LinkError({ name: 'URIError', message: 'URI malformed', ...frameOf(place) });
    }
    return this.#builtin(resolved.name, place);
  }

  #builtin(specifier: string, place: Place): Target {
    const name = specifier.replace(/^node:/, '');
    const exports = this.#builtins.exportsOf(name);
    if (exports) return { url: this.#builtins.url(name), exports: new Set(exports), builtin: name };
    const isNode = nodeModules.has(name) || specifier.startsWith('node:');
    throw new LinkError({
      name: 'Error',
      code: isNode ? 'ERR_NOT_IN_BROWSER_ENGINE' : 'ERR_MODULE_NOT_FOUND',
      message: isNode ? absentModule(name) : absentPackage(specifier),
      ...frameOf(place),
    });
  }

  /** A name that the other module lacks is found here, where its place is known, and not by the browser. */
  #check(clause: string, place: Place, specifier: string, target: Target): void {
    for (const { name, at } of askedNames(clause)) {
      if (target.exports.has(name)) continue;
      const builtin = target.builtin;
      throw new LinkError({
        name: 'SyntaxError',
        ...(builtin !== undefined && { code: 'ERR_NOT_IN_BROWSER_ENGINE' }),
        message:
          builtin === undefined
            ? `The requested module '${specifier}' does not provide an export named '${name}'`
            : absentExport(builtin, name),
        ...frameOf({ ...place, at: (place.at ?? 0) + at }),
      });
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

const keyOf = ({ path, query }: File, source: string): string => `${path}\0${query}\0${source}`;

/** What is linked: a file, and what follows its path in the URL by which it is asked for. */
interface File {
  readonly path: string;
  readonly query: string;
}

interface Target {
  readonly url: string;
  readonly exports: ReadonlySet<string>;
  readonly builtin?: string;
}

/** Where something is asked for: in which module, and, if that is known, at which index of its text. */
interface Place {
  readonly from: string;
  readonly code?: string;
  readonly at?: number;
}

function frameOf({ from, code, at }: Place): { frame?: string } {
  if (code === undefined || at === undefined) return {};
  const { line, column } = placeOf(code, at);
  return { frame: sourceFrame(from, code, line, column) };
}

function lex(path: string, code: string): ReturnType<typeof parse> {
  try {
    return parse(code, path);
  } catch (error) {
    const at = error instanceof Error && 'idx' in error ? Number(error.idx) : 0;
    const message = 'Invalid or unexpected token';
    throw new LinkError({ name: 'SyntaxError', message, ...frameOf({ from: path, code, at }) });
  }
}

function notFound({ path, query }: File, place: Place | undefined): LinkError {
  return new LinkError({
    name: 'Error',
    code: 'ERR_MODULE_NOT_FOUND',
    message: `Cannot find module '${path}'${place ? ` imported from ${place.from}` : ''}`,
    url: fileUrl(path, query),
    ...(place && frameOf(place)),
  });
}

function cycle(chain: readonly string[], place: Place | undefined): LinkError {
  const names = chain.slice(chain.indexOf(chain.at(-1) ?? '')).map((path) => path.split('/').pop());
  return new LinkError({
    name: 'Error',
    code: 'ERR_NOT_IN_BROWSER_ENGINE',
    message: `Files that import each other in a circle (${names.join(' → ')}) are not part of the browser engine. ${ELSEWHERE}`,
    ...(place && frameOf(place)),
  });
}
