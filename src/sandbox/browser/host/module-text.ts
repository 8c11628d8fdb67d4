/** Reads the imports and exports of a text, and what stands in their way. */
import { parse } from 'es-module-lexer/minimal';
import { folderOf } from '../wire/paths.ts';
import { THREAD_GATE } from './builtin-modules.ts';
import { askedAttributes } from './import-clause.ts';
import * as faults from './link-faults.ts';
import { type File, faultAt, type Place } from './link-faults.ts';
import { isTypeScript } from './module-format.ts';

export const IMPORT_CALL = 'import';
/** What `import(` becomes: as long. */
export const IMPORT_CALL_NAME = '$mport';

/** What `import.meta` becomes. */
export const IMPORT_META = 'importMeta$';

/** What `parse` of the lexer calls a static import. */
const STATIC = -1;
const META = -2;

export type Attributes = Readonly<Record<string, string>>;

export function checkAttributes(
  isJson: boolean,
  asked: Attributes,
  file: File,
  place: Place,
): void {
  for (const [key, value] of Object.entries(asked)) {
    if (key === 'type' && value === 'json') continue;
    throw faultAt(place, faults.attributeUnsupported(key, value, file));
  }
  if (isJson && asked['type'] !== 'json') throw faultAt(place, faults.attributeMissing(file));
  // Node does not ask this of TypeScript.
  if (!isJson && asked['type'] === 'json' && !isTypeScript(file.path))
    throw faultAt(place, faults.notJson(file));
}

/** A piece of a text, by where it stands, and what takes its place. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface StaticImport {
  /** From the keyword to the specifier. */
  readonly clause: string;
  readonly specifier: string;
  readonly attributes: Attributes;
  /** Of the specifier. */
  readonly place: Required<Place>;
  /** Of the keyword. */
  readonly start: number;
}

export interface TakenApart {
  readonly imports: readonly StaticImport[];
  readonly exports: ReturnType<typeof parse>[1];
  /** What cannot stay in the text. */
  readonly replacements: readonly Replacement[];
}

export function takeApart(path: string, code: string): TakenApart {
  const [found, all] = lex(path, code);
  const imports: StaticImport[] = [];
  const replacements: Replacement[] = [];
  for (const { d: kind, ss: from, se: to, s, e, n: specifier = '' } of found) {
    if (kind === META) replacements.push({ from, to, text: IMPORT_META });
    else if (kind !== STATIC) {
      replacements.push({ from, to: from + IMPORT_CALL.length, text: IMPORT_CALL_NAME });
    } else {
      imports.push({
        clause: code.slice(from, s - 1),
        specifier,
        attributes: askedAttributes(code.slice(e + 1, to)),
        place: { from: path, code, at: s - 1 },
        start: from,
      });
      replacements.push({ from, to, text: blank(code.slice(from, to)) });
    }
  }
  return { imports, exports: all, replacements };
}

/** The small module that brings a file what is its own. */
export function ownModule(path: string, address: string): string {
  const given = [path, folderOf(path), address].map((text) => JSON.stringify(text));
  return (
    `const m=${THREAD_GATE}.module(${given});` +
    `export const ${IMPORT_META}=m.meta,${IMPORT_CALL_NAME}=m.load,require=m.require;`
  );
}

/** As many characters and lines; a semicolon in front, since what stands before may have none. */
export function blank(text: string): string {
  return `;${text.slice(1).replace(/[^\n]/g, ' ')}`;
}

export function replaced(code: string, replacements: readonly Replacement[]): string {
  let out = '';
  let at = 0;
  for (const { from, to, text } of replacements.toSorted((a, b) => a.from - b.from)) {
    out += code.slice(at, from) + text;
    at = to;
  }
  return out + code.slice(at);
}

/** Whether a statement hands on all that another module exports, not as one name. */
export function isStar(clause: string): boolean {
  return /^export\s*\*(?!\s*as\b)/.test(clause);
}

/** A script's `import(` goes through its thread, as a module's does. */
export function withImportCalls(code: string): string {
  if (!/\bimport\s*\(/.test(code)) return code;
  let out = code;
  for (const { d: kind, ss: start } of lex('', code)[0].toReversed()) {
    if (kind < 0) continue;
    out = out.slice(0, start) + IMPORT_CALL_NAME + out.slice(start + IMPORT_CALL.length);
  }
  return out;
}

export function hasModuleSyntax(path: string, code: string): boolean {
  const [imports, exports] = lex(path, code);
  return exports.length > 0 || imports.some(({ d: kind }) => kind === STATIC || kind === META);
}

export function lex(path: string, code: string): ReturnType<typeof parse> {
  try {
    return parse(code, path);
  } catch (error) {
    const at = error instanceof Error && 'idx' in error ? Number(error.idx) : 0;
    const message = 'Invalid or unexpected token';
    throw faultAt({ from: path, code, at }, { name: 'SyntaxError', message });
  }
}
