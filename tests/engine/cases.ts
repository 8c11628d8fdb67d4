/**
 * The programs of the contract, one folder each: `main.ts` is what runs, `expected.*` is what Node printed, and
 * `case.json`, where there is one, says how the two are compared:
 *
 *     { "stdout": "shape", "killAfter": "b\n" }
 *
 * `shape`: times differ from run to run, so every number becomes `#` and lines that are then alike become one.
 * `beginning`: there is more of it than is worth keeping. `killAfter`: the run is killed when it has printed this.
 */
import type { Files } from '../../src/sandbox/engine.ts';

export interface Case {
  readonly name: string;
  readonly files: Files;
  readonly stdout: 'exact' | 'shape' | 'beginning';
  readonly killAfter?: string;
  readonly expected: Readonly<Record<'stdout' | 'stderr' | 'exit', string>>;
}

/** What a run of a case gave: its output, and its exit code, or `killed`. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: string;
}

const texts = import.meta.glob<string>('./cases/**/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const cases: readonly Case[] = readCases();

function readCases(): Case[] {
  const folders = new Map<string, Record<string, string>>();
  for (const [path, text] of Object.entries(texts)) {
    const [, name = '', file = ''] = /^\.\/cases\/([^/]+)\/(.+)$/.exec(path) ?? [];
    folders.set(name, { ...folders.get(name), [file]: text });
  }
  return [...folders].map(([name, all]) => {
    const { 'case.json': settings = '{}', ...others } = all;
    const entries = Object.entries(others);
    const files = Object.fromEntries(entries.filter(([file]) => !file.startsWith('expected.')));
    const expected = {
      stdout: others['expected.stdout'] ?? '',
      stderr: others['expected.stderr'] ?? '',
      exit: others['expected.exit'] ?? '',
    };
    return { name, files, expected, stdout: 'exact', ...JSON.parse(settings) };
  });
}

const BEGINNING_LINES = 20;

/** What is compared of a run's standard output. */
export function comparable(stdout: string, how: Case['stdout']): string {
  if (how === 'exact') return stdout;
  if (how === 'beginning') return stdout.split('\n').slice(0, BEGINNING_LINES).join('\n');
  const lines = stdout.replace(/(?<!\d)-?\d+(\.\d+)?/g, '#').split('\n');
  return lines.filter((line, index) => line !== lines[index - 1]).join('\n');
}

/** Standard error without what is only Node's: its own frames, where it threw inside itself, its version. */
export function withoutNode(stderr: string): string {
  return stderr
    .replace(/^node:internal\/.*\n(?:.+\n)*\n?/, '')
    .replace(/\n {4}at [^\n]*\bnode:[^\n]*?( \{)?(?=\n|$)/g, '$1')
    .replace(/\n*Node\.js v\d[^\n]*\n?$/, '')
    .replace(/\^\n(?=\w*Error)/, '^\n\n')
    .trim();
}
