/**
 * A program as a project of Node.js: what a reader downloads, and what StackBlitz opens.
 *
 *     package.json   type module, `npm start`, and `npm test` where there is a check
 *     main.ts …      the reader's files, as they are
 *     check.ts       the check of an exercise, for `node --test`
 *     README.md      three lines
 *
 * A file of the reader's with one of these names is left alone.
 */
import type { Files } from '../../sandbox/engine.ts';
import type { SharedProgram } from '../../sandbox/share-link.ts';

/** What a panel knows of its program beside the files. */
export interface About {
  /** Of the folder: lower-case words joined by hyphens. */
  readonly name: string;
  readonly title: string;
  /** Tests of `node:test`. */
  readonly check?: string | undefined;
}

/** The first release of Node.js 22 that takes types away by itself. */
export const OLDEST_NODE = '22.18';

/** Those of `sandbox/shipped-packages.ts`, in the versions that they were tried with. */
export const PACKAGES: Readonly<Record<string, string>> = {
  'p-limit': '7.3.3',
  'p-queue': '10.0.0',
  'p-retry': '9.0.0',
};

/** `node` is the range or version for `engines`. */
export function nodeProject(
  { files, entry }: SharedProgram,
  { name, title, check }: About,
  node = `>=${OLDEST_NODE}`,
): Files {
  const start = `node ${entry}`;
  const test = check === undefined ? undefined : 'node --test check.ts';
  const dependencies = dependenciesOf(files);
  const description = {
    name,
    private: true,
    type: 'module',
    engines: { node },
    scripts: { start, ...(test && { test }) },
    ...(Object.keys(dependencies).length > 0 && { dependencies }),
  };
  const install = Object.keys(dependencies).length > 0 ? '`npm install`, then ' : '';
  return {
    'package.json': `${JSON.stringify(description, undefined, 2)}\n`,
    'README.md': `${[
      `# ${title}`,
      `Run it: ${install}\`${start}\`${test ? `; check your answer: \`${test}\`` : ''}.`,
      `It needs Node.js ${OLDEST_NODE} or later, which runs TypeScript as it is.`,
    ].join('\n\n')}\n`,
    ...(check === undefined ? {} : { 'check.ts': check }),
    ...Object.fromEntries(Object.entries(files).map(([file, text]) => [file, withLineEnd(text)])),
  };
}

function dependenciesOf(files: Files): Readonly<Record<string, string>> {
  const texts = Object.values(files);
  const isImported = (name: string) =>
    texts.some((text) => text.includes(`'${name}'`) || text.includes(`"${name}"`));
  return Object.fromEntries(Object.entries(PACKAGES).filter(([name]) => isImported(name)));
}

const withLineEnd = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
