/** Reads the imports and exports of a text, and what stands in their way. */
import { parse } from 'es-module-lexer/minimal';
import * as faults from './link-faults.ts';
import { type File, faultAt, type Place } from './link-faults.ts';
import { isTypeScript } from './module-format.ts';

export const IMPORT_CALL = 'import';
/** What `import(` becomes: as long. */
export const IMPORT_CALL_NAME = '$mport';

/** What `parse` of the lexer calls a static import. */
export const STATIC = -1;
export const META = -2;

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
