/** A mistake in the course's content, told to its author: where, what was expected, what was found, where to read. */
export interface Diagnostic {
  /** Path from the project's root, with `/`. */
  readonly file: string;
  /** 1-based; 1:1 where a whole file is meant. */
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
  /** Where the rule is written, for example `src/course/schema.ts`, "lesson front matter". */
  readonly read: string;
}

export type Place = Pick<Diagnostic, 'file' | 'line' | 'column'>;

export const wholeFile = (file: string): Place => ({ file, line: 1, column: 1 });

/** Takes one mistake. Reading goes on after it, so that an author sees all mistakes at once. */
export type Report = (diagnostic: Diagnostic) => void;

/** Ready to be printed: a block of lines a mistake, in the order of files and lines, and how many there are. */
export function diagnosticsText(diagnostics: readonly Diagnostic[]): string {
  const blocks = [...diagnostics]
    .sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column)
    .map(
      ({ file, line, column, expected, found, read }) =>
        `${file}:${line}:${column}\n  expected  ${expected}\n  found     ${found}\n  read      ${read}\n`,
    );
  const { length } = diagnostics;
  return [
    ...blocks,
    length === 1 ? '1 mistake in the content' : `${length} mistakes in the content`,
  ].join('\n');
}

/** By code unit, so that the order is the same on every machine. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
