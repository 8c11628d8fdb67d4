/**
 * Makes the texts of the shelf: each module of `process/builtins/shelf.ts` bundled for itself. What it imports of the
 * core, or of another module on the shelf, is left out of it and asked for by name when it is loaded.
 */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { init, parse } from 'es-module-lexer/minimal';
import type { Plugin } from 'vite';
import { bundle } from '../bundle.ts';
import { askedNames } from './host/import-clause.ts';
import { shelf } from './process/builtins/shelf.ts';

export interface ShelfText {
  readonly name: string;
  /** Begins with the names of its exports; see `host/shelf.ts`. */
  readonly text: string;
  /** Names of other modules on the shelf, without which this one cannot be loaded. */
  readonly needs: readonly string[];
  readonly words: readonly string[];
}

const CORE = 'core:';
const SHELF = 'shelf:';
const builtinsUrl = new URL('./process/builtins/', import.meta.url);
const root = fileURLToPath(new URL('.', import.meta.url));

/** `core` are the ids of all modules of the core. Gives the texts, and what the core has to hand to them. */
export async function makeShelf(
  core: ReadonlySet<string>,
  minify: boolean,
): Promise<{ texts: ShelfText[]; coreParts: string }> {
  const entries = new Map(Object.entries(shelf).map(([name, { from }]) => [entryOf(from), name]));
  const parts = new Map<string, Set<string>>();
  const owners = new Map<string, string>();
  const texts: ShelfText[] = [];
  await init();
  for (const [name, { from, words = [] }] of Object.entries(shelf)) {
    const { chunks } = await bundle(entryOf(from), ['cjs', 'es'], minify, [
      outsiders(name, core, entries),
    ]);
    const [script, module] = chunks;
    if (!script || !module) continue;
    for (const id of script.moduleIds) {
      const owner = owners.get(id);
      if (owner !== undefined && isShared(id)) {
        throw new Error(`${id} is part of ${owner} and of ${name}: give it a line in shelf.ts.`);
      }
      owners.set(id, name);
    }
    for (const [id, names] of askedOf(module)) {
      parts.set(id, new Set([...(parts.get(id) ?? []), ...names]));
    }
    texts.push({
      name,
      text: `/*${JSON.stringify([...new Set([...script.exports, 'default'])])}*/globalThis[Symbol.for("sandbox.thread")].shelve(${JSON.stringify(name)},(exports,require)=>{${script.code}\n},${from.startsWith('.')});`,
      needs: neededBy(script.code),
      words,
    });
  }
  return { texts, coreParts: corePartsModule(parts) };
}

/** The bundler lists what is imported, not what is asked for by `require`; in this format all of it is. */
function neededBy(code: string): string[] {
  const asked = code.matchAll(/\brequire\((["'`])shelf:(.+?)\1\)/g);
  return [...new Set([...asked].map(([, , name = '']) => name))];
}

/** What a module imports of the core: by id the names, `*` for the whole. */
function askedOf({ code, imports }: { code: string; imports: readonly string[] }) {
  const asked = new Map<string, string[]>();
  for (const { n: id = '', ss, s } of parse(code)[0]) {
    if (!id.startsWith(CORE)) continue;
    const clause = code.slice(ss, s - 1);
    const names = clause.includes('*') ? ['*'] : askedNames(clause).map(({ name }) => name);
    asked.set(id, [...(asked.get(id) ?? []), ...names]);
  }
  // What is left was asked for by `require`.
  for (const id of imports) if (id.startsWith(CORE) && !asked.has(id)) asked.set(id, ['*']);
  return asked;
}

/** A module that gives the core's own modules by name, each with no more than is asked of it. */
function corePartsModule(parts: ReadonlyMap<string, ReadonlySet<string>>): string {
  const imports: string[] = [];
  const objects: string[] = [];
  for (const [id, names] of parts) {
    const from = JSON.stringify(`${root}${id.slice(CORE.length)}`);
    const key = JSON.stringify(id.slice(CORE.length));
    if (names.has('*')) {
      const local = `m${imports.length}`;
      imports.push(`import * as ${local} from ${from};`);
      objects.push(`${key}:${local}`);
      continue;
    }
    const members = [...names].map((name) => {
      const local = `m${imports.length}`;
      imports.push(`import {${name} as ${local}} from ${from};`);
      return `get ${name}(){return ${local}}`;
    });
    objects.push(`${key}:{__esModule:true,${members.join(',')}}`);
  }
  return `${imports.join('')}export const coreParts=()=>({${objects.join(',')}});`;
}

/** Turns imports of what others have into requests by name. */
function outsiders(
  self: string,
  core: ReadonlySet<string>,
  entries: ReadonlyMap<string, string>,
): Plugin {
  return {
    name: 'sandbox-shelf',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (importer === undefined) return undefined;
      const own = importer.includes('/node_modules/') ? ownBuiltin(source) : undefined;
      const id = own ?? (await this.resolve(source, importer, { skipSelf: true }))?.id;
      if (id === undefined) return undefined;
      const other = entries.get(id);
      if (other !== undefined && other !== self) return { id: SHELF + other, external: true };
      if (core.has(id)) return { id: CORE + relative(root, id), external: true };
      return own === undefined ? undefined : { id: own };
    },
  };
}

/** What the package of streams needs in a form of its own. */
const standIns: Readonly<Record<string, string>> = {
  'abort-controller': '../streams/stream-abort.ts',
  events: '../streams/stream-events.ts',
  'process/': '../streams/stream-process.ts',
  'string_decoder/': './string-decoder.ts',
};

/** The file of ours behind a built-in module that a package imports. */
function ownBuiltin(source: string): string | undefined {
  const standIn = standIns[source];
  if (standIn !== undefined) return fileURLToPath(new URL(standIn, builtinsUrl));
  if (!/^(node:)?[\w/]+$/.test(source)) return undefined;
  const name = source.replace(/^node:/, '').replaceAll(/[/_]/g, '-');
  const file = fileURLToPath(new URL(`${name}.ts`, builtinsUrl));
  return existsSync(file) ? file : undefined;
}

function entryOf(from: string): string {
  return fileURLToPath(
    from.startsWith('.') ? new URL(from, builtinsUrl) : import.meta.resolve(from),
  );
}

/** The bundler's own modules may be in every text. */
function isShared(id: string): boolean {
  return id.startsWith('/');
}
