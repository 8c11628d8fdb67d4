/** What all readers of content share while one course is read. */
import { type Diagnostic, type Report, wholeFile } from './diagnostic.ts';
import type { Links } from './links.ts';
import type { Texts } from './model.ts';
import { createNames, type Names } from './names.ts';

export interface Reading {
  /** Path from the project's root to text. */
  readonly files: Texts;
  readonly links: Links;
  readonly report: Report;
  readonly names: Readonly<Record<Kind, Names>>;
  /** Ids of the headings of each lesson, by its name; missing where its text could not be read. */
  readonly anchors: Map<string, ReadonlySet<string>>;
  /** Addresses of the site as authors write them, each with its ids; `undefined` where any id will do. */
  readonly pages: Map<string, ReadonlySet<string> | undefined>;
  /** Names of experiments that were read and are no exercise. */
  readonly noExercises: Set<string>;
  /** Puts a check off until every file was read, for references to things that may come later. */
  later(check: () => void): void;
}

export type Kind =
  | ('section' | 'lesson' | 'experiment' | 'twin')
  | ('question' | 'term' | 'claim' | 'misconception' | 'tool');

/** The text of a file that has to be there; where it is not, that is reported. */
export function neededText(
  file: string,
  words: Pick<Diagnostic, 'expected' | 'read'>,
  { files, report }: Reading,
): string | undefined {
  const text = files[file];
  if (text === undefined) report({ ...wholeFile(file), found: 'no file', ...words });
  return text;
}

/** `finish` runs the checks that were put off, and gives all that was reported. */
export function startReading(
  files: Texts,
  links: Links,
): { reading: Reading; finish(): readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const checks: (() => void)[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const reading: Reading = {
    files,
    links,
    report,
    names: {
      section: createNames('a section', report),
      lesson: createNames('a lesson', report),
      experiment: createNames('an experiment', report),
      twin: createNames('a twin', report),
      question: createNames('a question', report),
      term: createNames('a term of content/glossary.yaml', report),
      claim: createNames('a claim of content/claims.yaml', report),
      misconception: createNames('a misconception of content/misconceptions.yaml', report),
      tool: createNames('a tool of content/tools.yaml', report),
    },
    anchors: new Map(),
    pages: new Map(),
    noExercises: new Set(),
    later: (check) => checks.push(check),
  };
  return {
    reading,
    finish() {
      for (const check of checks) check();
      return diagnostics;
    },
  };
}
