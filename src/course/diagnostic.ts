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
