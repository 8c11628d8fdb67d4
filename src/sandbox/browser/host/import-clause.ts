/** What the text of a static `import` or `export … from` asks of the other module. */

export interface AskedName {
  readonly name: string;
  /** What the statement calls it, in this module or for those who import from it. */
  readonly local: string;
  /** Where the name stands, counted from the beginning of the statement. */
  readonly at: number;
}

const NAME = String.raw`("[^"]*"|'[^']*'|[\p{ID_Start}$_][\p{ID_Continue}$]*)`;
/** Of `{ a as b }` both, of `{ a }` one. */
const TWO_NAMES = new RegExp(String.raw`^\s*${NAME}(?:\s+as\s+${NAME})?`, 'u');
const WHOLE = new RegExp(String.raw`\*\s*as\s+${NAME}`, 'u');

const unquoted = (name: string | undefined) => name?.replace(/^(["'])(.*)\1$/s, '$2');

/**
 * The exports that a statement names, `default` included; none for `import * as x` and `import './x'`.
 * Takes the text from the keyword to the specifier, as the lexer found it.
 */
export function askedNames(clause: string): AskedName[] {
  const text = withoutComments(clause);
  const names: AskedName[] = [];
  const byDefault =
    /^import\s+(?:defer\s+|source\s+)?([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*(?:,|\s+from\b|from\b)/u.exec(
      text,
    );
  const own = byDefault?.[1];
  if (own !== undefined)
    names.push({ name: 'default', local: own, at: text.indexOf(own, 'import'.length) });
  const open = text.indexOf('{');
  const close = text.lastIndexOf('}');
  if (open === -1 || close < open) return names;
  let at = open + 1;
  for (const part of text.slice(open + 1, close).split(',')) {
    const [, name, local = name] = TWO_NAMES.exec(part)?.map(unquoted) ?? [];
    if (name !== undefined && local !== undefined) {
      names.push({ name, local, at: at + part.search(/\S/) });
    }
    at += part.length + 1;
  }
  return names;
}

/** What `* as x` is called in a statement that has it. */
export function wholeName(clause: string): string | undefined {
  return unquoted(WHOLE.exec(withoutComments(clause))?.[1]);
}

/** The attributes behind a specifier: of `with { type: 'json' }` its `type`. */
export function askedAttributes(text: string): Record<string, string> {
  const inside = /^\s*with\s*\{([^}]*)\}/.exec(withoutComments(text))?.[1] ?? '';
  const pairs = inside.matchAll(/(?:([\w$]+)|"([^"]*)"|'([^']*)')\s*:\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries(
    [...pairs].map(([, name, a, b, c, d]) => [name ?? a ?? b ?? '', c ?? d ?? '']),
  );
}

/** Comments become spaces, so that places stay. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));
}
