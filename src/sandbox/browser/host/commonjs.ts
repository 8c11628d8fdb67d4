/** What can be known of a CommonJS file before it runs, and what it becomes. */
import { THREAD_GATE } from './builtin-modules.ts';

/** What is in front of the file's own text, on its first line. `importCall` is the name that `import(` was given. */
export function commonjsHead(path: string, importCall: string): string {
  return `${THREAD_GATE}.commonjs(${JSON.stringify(path)},${importCall}=>function(exports,require,module,__filename,__dirname){`;
}

/** A classic script that hands the file to its thread as a function. */
export function commonjsScript(path: string, text: string, importCall: string): string {
  const body = text.replace(/^#!/, '//');
  return `${commonjsHead(path, importCall)}${body}\n});\n//# sourceURL=${path}`;
}

/** An ES module that gives what the file exports: all of it as `default`, and the names that can be foreseen. */
export function commonjsFacade(path: string, names: readonly string[]): string {
  const lines = names.map((name, index) => {
    const quoted = JSON.stringify(name);
    return `const _${index}=m==null?undefined:m[${quoted}];export{_${index} as ${quoted}};`;
  });
  return `const m=${THREAD_GATE}.required(${JSON.stringify(path)});export{m as default,m as "module.exports"};${lines.join('')}`;
}

/** Literal `require` calls: what has to be there when the file runs. */
export function requiredNames(text: string): string[] {
  const calls = withoutComments(text).matchAll(
    /\brequire\s*\(\s*(?:'([^'\n]+)'|"([^"\n]+)")\s*\)/g,
  );
  return [...new Set([...calls].map((call) => call[1] ?? call[2] ?? ''))];
}

const IDENTIFIER = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;

/** The names that Node foresees too: those assigned to `exports` one by one, and a simple object's. */
export function exportedNames(source: string): string[] {
  const text = withoutComments(source);
  const names = new Set<string>();
  const object = String.raw`(?:module\s*\.\s*)?exports`;
  const patterns = [
    String.raw`\b${object}\s*\.\s*([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=(?![=>])`,
    String.raw`\b${object}\s*\[\s*(?:'([^'\n]+)'|"([^"\n]+)")\s*\]\s*=(?![=>])`,
    String.raw`\bObject\s*\.\s*defineProperty\s*\(\s*${object}\s*,\s*(?:'([^'\n]+)'|"([^"\n]+)")`,
  ];
  for (const pattern of patterns) {
    for (const found of text.matchAll(new RegExp(pattern, 'gu'))) {
      names.add(found[1] ?? found[2] ?? '');
    }
  }
  for (const found of text.matchAll(/\bmodule\s*\.\s*exports\s*=\s*\{/g)) {
    for (const name of literalNames(text, found.index + found[0].length)) names.add(name);
  }
  names.delete('default');
  names.delete('');
  return [...names];
}

/** Of `{ a, b: c, 'd': e }` all up to the first value that is more than a name. */
function* literalNames(text: string, start: number): Generator<string> {
  let at = start;
  const skip = () => {
    while (/\s/.test(text[at] ?? '')) at++;
  };
  const name = () => {
    IDENTIFIER.lastIndex = at;
    const found = IDENTIFIER.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  for (;;) {
    skip();
    const quoted = /^(?:'([^'\n]*)'|"([^"\n]*)")/.exec(text.slice(at, at + 200));
    if (quoted) at += quoted[0].length;
    const key = quoted ? (quoted[1] ?? quoted[2]) : name();
    if (key === undefined) return;
    skip();
    if (text[at] === ':') {
      at++;
      skip();
      if (name() === undefined) return;
      skip();
    } else if (quoted) return;
    if (text[at] !== ',' && text[at] !== '}') return;
    yield key;
    if (text[at++] === '}') return;
  }
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}()])\/\/[^\n]*/g, ' ');
}
