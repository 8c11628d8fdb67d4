/** What the text of a static `import` or `export … from` asks of the other module. */

export interface AskedName {
  readonly name: string;
  /** Where the name stands, counted from the beginning of the statement. */
  readonly at: number;
}

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
  if (own !== undefined) names.push({ name: 'default', at: text.indexOf(own, 'import'.length) });
  const open = text.indexOf('{');
  const close = text.lastIndexOf('}');
  if (open === -1 || close < open) return names;
  let at = open + 1;
  for (const part of text.slice(open + 1, close).split(',')) {
    const name = /^\s*(?:"([^"]*)"|'([^']*)'|([\p{ID_Start}$_][\p{ID_Continue}$]*))/u.exec(part);
    const found = name?.[1] ?? name?.[2] ?? name?.[3];
    if (found !== undefined) names.push({ name: found, at: at + part.search(/\S/) });
    at += part.length + 1;
  }
  return names;
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
