/**
 * Makes scripts of modules that import each other in a circle. A module's address is only known when its text is, so no
 * text can name the address of one that names its own: what they import is found by name, while they run.
 *
 * A file becomes the body of a strict function inside of a `with`, whose object has what the file imports as getters.
 * So every use of an import reads the variable of the module that exports it, before it has a value too, and no
 * character of the file moves. The function is a generator, entered before any of the files run: its functions are
 * there from the beginning, as those of a module are.
 *
 * The price: every name is looked up in that object first, which makes hot loops over globals slower, and an imported
 * function called by its bare name has the object as `this`.
 */
import type { parse } from 'es-module-lexer/minimal';
import type { CircleParts } from '../wire/circle-parts.ts';
import { THREAD_GATE } from './builtin-modules.ts';
import type { InCircle } from './linked.ts';
import { blank, IMPORT_CALL_NAME, IMPORT_META, type Replacement } from './module-text.ts';

/** By which a file hands out what it exports; called with nothing, it says that the file has come to its end. */
const EXPORT = 'export$';
/** What an exported value without a name is called; with `let` and ` =` as long as what it stands for. */
const UNNAMED = 'default$';

type Found = ReturnType<typeof parse>[1][number];
export interface OwnExports {
  /** What the file calls it, by the name under which it is exported. */
  readonly names: ReadonlyMap<string, string>;
  readonly replacements: readonly Replacement[];
}

/** The exports of what the file itself declares. Nothing where their text cannot be taken apart. */
export function ownExports(code: string, found: readonly Found[]): OwnExports | undefined {
  const names = new Map<string, string>();
  const replacements = new Map<number, Replacement>();
  for (const { n: name, s: at, ln: local } of found) {
    const replacement = exportBefore(code, at);
    if (!replacement) return undefined;
    replacements.set(replacement.from, replacement);
    const own = replacement.text.includes(UNNAMED) ? UNNAMED : local;
    if (own === undefined) return undefined;
    names.set(name, own);
  }
  for (const { index } of code.matchAll(/(?<=^|[\n;}])[ \t]*export\s*\{\s*\}/g)) {
    const start = code.indexOf('export', index);
    const replacement = exportAt(code, start);
    if (replacement) replacements.set(start, replacement);
  }
  return { names, replacements: [...replacements.values()] };
}

/** The statement that exports what is named at a place. */
function exportBefore(code: string, at: number): Replacement | undefined {
  for (let start = at; start > 0; ) {
    start = code.lastIndexOf('export', start - 1);
    const replacement = start < 0 ? undefined : exportAt(code, start);
    if (replacement) return replacement;
  }
  return undefined;
}

/** What takes the place of `export`, so that what is left is what is declared. */
function exportAt(code: string, from: number): Replacement | undefined {
  const rest = code.slice(from);
  const whole = (found: string, text: string) => ({ from, to: from + found.length, text });
  const list = /^export\s*\{[^}]*\}/.exec(rest)?.[0];
  if (list !== undefined) return whole(list, blank(list));
  const unnamed = /^export(\s+)default(\s+)(async\s+)?function\s*(\*?)(?=\s*\()/.exec(rest);
  if (unnamed) {
    const [found, , , isAsync = '', star = ''] = unnamed;
    return whole(found, fitted(found, `${isAsync && 'async '}function${star} ${UNNAMED}`));
  }
  const named =
    /^export\s+default(?=\s+((async\s+)?function\b|class\s+(?!extends\b)[\p{ID_Start}$_]))/u;
  const blanked =
    named.exec(rest) ?? /^export(?=\s+(async|function|class|const|let|var)\b)/.exec(rest);
  if (blanked) return whole(blanked[0], blank(blanked[0]));
  const value = /^export\s+default(?![\p{ID_Continue}$])/u.exec(rest)?.[0];
  return value === undefined ? undefined : whole(value, fitted(value, `let ${UNNAMED} =`));
}

/** A text at the end of the place of another one, which is as long or longer. */
function fitted(place: string, text: string): string {
  const lines = '\n'.repeat(place.split('\n').length - 1);
  return lines === '' ? text.padStart(place.length) : `${lines}${text}`;
}

/** The script, and how many characters of ours stand in it before the file's own. */
export function circleScript(
  code: string,
  own: ReadonlyMap<string, string>,
  parts: CircleParts,
): { readonly text: string; readonly head: number } {
  const getters = [...own].map(([name, local]) => `${JSON.stringify(name)}:()=>${local}`);
  // Without any `await` a module runs to its end at once, and an error comes out at once.
  const kind = /\bawait\b/.test(code) ? 'async function*' : 'function*';
  const head =
    `${THREAD_GATE}.circular(imports$=>{with(imports$)return(${IMPORT_META},${IMPORT_CALL_NAME},${EXPORT})=>` +
    `${kind} module$(){"use strict";${EXPORT}({${getters}});yield;`;
  const body = code.replace(/^#!/, '//');
  const text = `${head}${body}\n;${EXPORT}();}},${JSON.stringify(parts)});\n//# sourceURL=${parts.url}`;
  return { text, head: head.length };
}

/** The module by which one of a circle is loaded: it brings what the whole circle needs, then lets it run. */
export function circleFacade({ id, members, others }: InCircle): string {
  const urls = [...others];
  const imports = urls.map((url, index) => `import*as _${index} from${JSON.stringify(url)};`);
  const given = urls.map((url, index) => `${JSON.stringify(url)}:_${index}`);
  const wait = `${THREAD_GATE}.circle(${id},${JSON.stringify([...members])},{${given}})`;
  return `${imports.join('')}const w=${wait};if(w)await w;`;
}
