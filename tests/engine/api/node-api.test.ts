/** Composes what the page about the engine shows: `vitest run -u` writes it anew, and a stale one fails. */
import { builtinModules } from 'node:module';
import { expect, test } from 'vitest';
import { nodeModules } from '../../../src/sandbox/browser/host/absent.ts';
import type { BrowserName, NodeApi, NodeModule } from '../../../src/sandbox/node-api.ts';
import { cases } from '../cases.ts';
import { type Browser, differences, programsOf } from '../differences.ts';
import { experiments, notInAPage } from '../experiments.ts';
import { groups } from '../groups.ts';
import { runOnNode } from '../run-on-node.ts';
import engineExports from './engine-exports.json';
import { exportsOf, exportsProgram, type ModuleExports } from './exports-program.ts';
import { usedExports } from './used-exports.ts';

const browsers = ['chromium', 'firefox', 'webkit'] as const satisfies readonly Browser[];
/** The refusal of a module, as `host/absent.ts` words it: the reason stands in its middle. */
const REASON = /engine: (.*?)\. (?:The WebContainer|Node)/;

test('the engine knows all of Node’s modules by name', () => {
  const names = builtinModules.map((name) => name.replace(/^node:/, ''));
  const known = names.filter((name) => !name.startsWith('_')).sort();
  expect([...nodeModules].filter((name) => !known.includes(name))).toEqual([]);
  expect(known.filter((name) => !nodeModules.has(name))).toEqual([]);
});

test('the data of the page are those of the contract', { timeout: 40_000 }, async () => {
  const node = exportsOf(await runOnNode(exportsProgram));
  await expect(`${JSON.stringify(composed(node), null, 1)}\n`).toMatchFileSnapshot(
    '../../../src/sandbox/node-api.json',
  );
});

function composed(node: ModuleExports): NodeApi {
  const users = programsByExport();
  return {
    node: process.version,
    groups: Object.entries(groups).flatMap(([name, title]) => {
      const programs = cases.filter(({ group }) => group === name).length;
      return programs === 0 ? [] : [{ name, title, programs }];
    }),
    modules: Object.entries(node).map(([name, exports]) => composedModule(name, exports, users)),
    differences: Object.values(differences).map((difference) => ({
      because: difference.because,
      browsers: browsers.filter((browser) => programsOf(difference, browser).length > 0),
      programs: [...new Set(browsers.flatMap((browser) => programsOf(difference, browser)))],
    })),
    experiments: {
      run: experiments.length - Object.keys(notInAPage).length,
      refused: Object.entries(notInAPage).map(([name, { because }]) => ({ name, because })),
    },
  };
}

function composedModule(
  name: string,
  nodeNames: readonly string[] | string,
  users: ReadonlyMap<string, readonly string[]>,
): NodeModule {
  const own = (engineExports as ModuleExports)[name] ?? '';
  if (typeof own === 'string') return { name, because: REASON.exec(own)?.[1] ?? own };
  const all = typeof nodeNames === 'string' ? [] : nodeNames;
  const exports = all
    .filter((key) => own.includes(key))
    .map((key) => {
      const programs = users.get(`${name}/${key}`) ?? [];
      const differs = browsersWhereAllDiffer(programs);
      return { name: key, programs: programs.length, ...(differs.length > 0 && { differs }) };
    });
  return { name, exports, lacks: all.filter((key) => !own.includes(key)) };
}

function programsByExport(): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const { id, files } of cases) {
    const sources = Object.entries(files).filter(([path]) => /\.[cm]?[jt]s$/.test(path));
    const used = sources.flatMap(([path, text]) => [...usedExports(path, text)]);
    for (const key of new Set(used)) users.set(key, [...(users.get(key) ?? []), id]);
  }
  return users;
}

function browsersWhereAllDiffer(programs: readonly string[]): BrowserName[] {
  if (programs.length === 0) return [];
  return browsers.filter((browser) => {
    const differing = Object.values(differences).flatMap((each) => programsOf(each, browser));
    return programs.every((id) => differing.includes(id));
  });
}
