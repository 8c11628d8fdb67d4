/** Reads the programs of the contract, in Node as in a browser. */
import type { Case, CaseSettings } from './case.ts';
import { type Group, groups } from './groups.ts';

const texts = import.meta.glob<string>('./cases/**/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const cases: readonly Case[] = readCases();

function readCases(): Case[] {
  const folders = new Map<string, Record<string, string>>();
  for (const [path, text] of Object.entries(texts)) {
    const [, id = '', file = ''] = /^\.\/cases\/([^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
    if (file === '') throw new Error(`${path} is in no program's folder: cases/<group>/<name>/.`);
    folders.set(id, { ...folders.get(id), [file]: text });
  }
  return [...folders].map(([id, texts]) => readCase(id, texts));
}

function readCase(id: string, texts: Readonly<Record<string, string>>): Case {
  const [group = '', name = ''] = id.split('/');
  if (!isGroup(group)) throw new Error(`${group} has no title in tests/engine/groups.ts.`);
  if (texts['main.ts'] === undefined) throw new Error(`${id} has no main.ts.`);
  const settings: CaseSettings = JSON.parse(texts['case.json'] ?? '{}');
  const files = Object.entries(texts).filter(
    ([file]) => !/^(case\.json|expected\.\w+)$/.test(file),
  );
  return {
    ...settings,
    id,
    group,
    name,
    files: Object.fromEntries(files),
    entry: 'main.ts',
    expected: {
      stdout: texts['expected.stdout'] ?? '',
      stderr: texts['expected.stderr'] ?? '',
      exit: texts['expected.exit'] ?? '0',
    },
  };
}

function isGroup(name: string): name is Group {
  return Object.hasOwn(groups, name);
}
