/** Every rule can fail. */
import { describe, expect, it } from 'vitest';
import { readMap } from './map.ts';
import * as rules from './rules.ts';
import { readSource } from './sources.ts';

const map = readMap(`
| folder | what is in it | |
|---|---|---|
| \`course/\` | its \`read.ts\` | pure |
| \`progress/\` | entries | pure but for \`storage.ts\` |
| \`layouts/\` \`pages/\` | the rest | |

    pages     -> elements, course, sandbox, sandbox/*
    elements  -> sandbox
    course    -> quiz (types), sandbox/engine.ts (types)
    quiz      -> course/diagnostic.ts
    trace     -> nothing
    sandbox   -> trace
    sandbox/* -> sandbox/engine.ts, trace (types)

    sandbox/browser/host -> sandbox/browser/wire, sandbox/browser/words.ts
    sandbox/browser/wire -> nothing
`);

it('reads the map', () => {
  expect(map.folders).toEqual(['course', 'progress', 'layouts', 'pages']);
  expect(map.pure).toEqual([
    { folder: 'course', except: [] },
    { folder: 'progress', except: ['storage.ts'] },
  ]);
  expect(map.mayImport.get('trace')).toEqual([]);
  expect(map.mayImport.get('course')).toEqual([
    { path: 'quiz', typesOnly: true },
    { path: 'sandbox/engine.ts', typesOnly: true },
  ]);
});

it('misses folders on either side', () => {
  expect(rules.mapIsTrue(map, ['course', 'progress', 'layouts', 'pages'])).toEqual([]);
  expect(rules.mapIsTrue(map, ['course', 'progress', 'layouts', 'extra'])).toEqual([
    'src/extra/ is missing in the map of src/README.md',
    'src/README.md lists pages/, which does not exist',
  ]);
});

describe('imports', () => {
  const complaints = (path: string, text: string) =>
    rules.importsGoDown(map, [readSource(path, text)]);
  it.each([
    ['src/course/a.ts', "import { a } from './b.ts';"],
    ['src/course/a.ts', "import type { a } from '../quiz/b.ts';"],
    ['src/course/a.ts', "import { type A, type B } from '../quiz/b.ts';"],
    ['src/course/a.ts', "import { z } from 'astro/zod';"],
    ['src/quiz/a.ts', "import { a } from '../course/diagnostic.ts';"],
    [
      'src/pages/a.astro',
      "---\nimport { a } from '../course/b.ts';\n---\n<p>import x from '../quiz/b.ts'</p>",
    ],
    ['src/pages/sandbox/a.astro', "<script>import '../../sandbox/browser/host.ts';</script>"],
    [
      'src/sandbox/browser/host/a.ts',
      "import { a } from '../wire/b.ts'; import { E } from '../../engine.ts';",
    ],
    ['src/sandbox/browser/host/deeper/a.ts', "import { b } from '../../words.ts';"],
    ['src/sandbox/browser/engine.ts', "import { a } from './host/a.ts';"],
    ['src/sandbox/registry.ts', "export const load = () => import('./browser/engine.ts');"],
    ['src/content.config.ts', "import { lesson } from './course/schema.ts';"],
  ])('from %s: %s', (path, text) => expect(complaints(path, text)).toEqual([]));

  it('from the script of a component: only what readers may get', () => {
    const script = (specifier: string) =>
      complaints(
        'src/pages/a.astro',
        `---\nimport '../course/a.ts';\n---\n<script>import '${specifier}';</script>`,
      );
    expect(script('../elements/run-panel.ts')).toEqual([]);
    expect(script('../sandbox/run.ts')).toEqual([]);
    expect(script('../course/course.ts')).toEqual([
      "src/pages/a.astro sends src/course/course.ts to readers' browsers",
    ]);
  });

  it.each([
    [
      'src/trace/a.ts',
      "import { a } from '../quiz/b.ts';",
      'src/trace/a.ts may not import src/quiz/b.ts',
    ],
    [
      'src/trace/a.ts',
      "export * from '../quiz/b.ts';",
      'src/trace/a.ts may not import src/quiz/b.ts',
    ],
    [
      'src/trace/a.ts',
      "const b = await import('../quiz/b.ts');",
      'src/trace/a.ts may not import src/quiz/b.ts',
    ],
    [
      'src/trace/a.ts',
      "type B = import('../quiz/b.ts').B;",
      'src/trace/a.ts may not import src/quiz/b.ts',
    ],
    [
      'src/course/a.ts',
      "import { b } from '../quiz/b.ts';",
      'src/course/a.ts may import only types of src/quiz/b.ts',
    ],
    [
      'src/course/a.ts',
      "import { type B, b } from '../quiz/b.ts';",
      'src/course/a.ts may import only types of src/quiz/b.ts',
    ],
    [
      'src/quiz/a.ts',
      "import { a } from '../course/read.ts';",
      'src/quiz/a.ts may not import src/course/read.ts',
    ],
    [
      'src/quiz/a.astro',
      "<p></p>\n<script>\nimport '../trace/b.ts';\n</script>",
      "src/quiz/a.astro sends src/trace/b.ts to readers' browsers",
    ],
    [
      'src/course/a.ts',
      "import type { a } from '../../tools/b.ts';",
      'src/course/a.ts imports tools/b.ts from outside of src/',
    ],
    [
      'src/sandbox/run.ts',
      "import('./browser/engine.ts');",
      'src/sandbox/run.ts may not import src/sandbox/browser/engine.ts',
    ],
    [
      'src/sandbox/registry.ts',
      "import { a } from './browser/engine.ts';",
      'src/sandbox/registry.ts imports src/sandbox/browser/engine.ts before it is asked for',
    ],
    [
      'src/sandbox/browser/a.ts',
      "import { a } from '../webcontainer/b.ts';",
      'src/sandbox/browser/a.ts may not import src/sandbox/webcontainer/b.ts',
    ],
    [
      'src/sandbox/browser/host/deeper/a.ts',
      "import type { a } from '../../process/b.ts';",
      'src/sandbox/browser/host/deeper/a.ts may not import src/sandbox/browser/process/b.ts',
    ],
    [
      'src/sandbox/browser/wire/a.ts',
      "import { a } from '../host/b.ts';",
      'src/sandbox/browser/wire/a.ts may not import src/sandbox/browser/host/b.ts',
    ],
    [
      'src/content.config.ts',
      "import { a } from './trace/b.ts';",
      'src/content.config.ts may not import src/trace/b.ts',
    ],
  ])('not from %s: %s', (path, text, complaint) =>
    expect(complaints(path, text)).toEqual([complaint]),
  );
});

describe('pure folders', () => {
  const complaints = (text: string, path = 'src/course/a.ts') =>
    rules.pureFoldersArePure(map, [readSource(path, text)]);
  it.each([
    ["import { join } from 'node:path';", 'imports node:path'],
    ['document.title;', 'uses document.title'],
    ['const now = Date.now();', 'uses Date.now'],
    ['const now = new Date();', 'uses new Date()'],
    ['const c = Math.random() < 0.5;', 'uses Math.random'],
    ['setTimeout(f);', 'uses setTimeout'],
    ['const a = { f: fetch };', 'uses fetch'],
    ['const a = { process };', 'uses process'],
    ['class A extends HTMLElement {}', 'uses HTMLElement'],
    ['const f = (at = performance.now()) => at;', 'uses performance.now'],
  ])('may not: %s', (text, complaint) => {
    expect(complaints(text)[0]).toBe(`src/course/a.ts is pure and ${complaint}`);
  });
  it.each([
    '/** document */ export const a = 1;',
    'export const f = (document: { title: string }) => document.title;',
    'export const a = (event: { process: string }) => event.process;',
    'const at = new Date(0);',
    'const url = new URL("a", "https://b"); const s = Math.max(1, 2);',
    'export interface A { readonly process: Worker; readonly node: Node }',
    'const fetch = () => 1; fetch();',
  ])('may: %s', (text) => expect(complaints(text)).toEqual([]));
  it('leaves out what the map leaves out', () => {
    expect(complaints('localStorage.a;', 'src/progress/storage.ts')).toEqual([]);
    expect(complaints('localStorage.a;', 'src/progress/other.ts')).toHaveLength(1);
    expect(complaints('localStorage.a;', 'src/elements/other.ts')).toEqual([]);
  });
});

it('finds stored state in other files than the one', () => {
  const complaints = (path: string, text: string) => rules.oneFileStores([readSource(path, text)]);
  const complaint =
    'src/layouts/Page.astro touches stored state, which only src/progress/storage.ts may';
  for (const code of [
    'localStorage.x;',
    'window.indexedDB;',
    'const a = `try{sessionStorage.x}catch{}`;',
  ]) {
    expect(complaints('src/progress/storage.ts', code)).toEqual([]);
    expect(complaints('src/layouts/Page.astro', `---\n${code}\n---`)).toEqual([complaint]);
    expect(complaints('src/layouts/Page.astro', `<script is:inline>${code}</script>`)).toEqual([
      complaint,
    ]);
  }
  expect(complaints('src/trace/a.ts', '/* localStorage.a */ const a = 1;')).toEqual([]);
  expect(complaints('src/sandbox/browser/a.ts', "const takenAway = ['localStorage'];")).toEqual([]);
});

it('finds elements whose file has another name', () => {
  const complaints = (path: string, text: string) =>
    rules.elementsAreNamedAfterTheirTags([readSource(path, text)]);
  const right =
    "export class RunPanel extends HTMLElement {}\ncustomElements.define('run-panel', RunPanel);";
  expect(complaints('src/elements/run-panel.ts', right)).toEqual([]);
  expect(complaints('src/elements/panel/words.ts', 'export const a = 1;')).toEqual([]);
  expect(complaints('src/elements/panel/run-panel.ts', right)).toEqual([
    'src/elements/panel/run-panel.ts defines <run-panel>',
  ]);
  expect(complaints('src/elements/code-editor.ts', right)).toEqual([
    'src/elements/code-editor.ts defines <run-panel>',
    'src/elements/code-editor.ts does not define <code-editor> by the class CodeEditor',
    'src/elements/code-editor.ts does not export CodeEditor',
  ]);
});

it('finds long files and drawers', () => {
  const lines = (count: number) => [{ path: 'src/a.ts', text: 'x\n'.repeat(count) }];
  expect(rules.filesAreShort(lines(350))).toEqual([]);
  const styled = `<p />\n<style>\n${'x\n'.repeat(340)}</style>\n`;
  expect(
    rules.filesAreShort([{ path: 'src/a.astro', text: `${'y\n'.repeat(340)}${styled}` }]),
  ).toEqual([]);
  expect(rules.filesAreShort(lines(351))).toEqual(['src/a.ts has 351 lines; 350 are the most']);
  expect(
    rules.namesSayWhatIsInside([
      'src/quiz/common-fields.ts',
      'src/sandbox/browser/builtins/util.ts',
    ]),
  ).toEqual([]);
  expect(
    rules.namesSayWhatIsInside([
      'src/utils/a.ts',
      'tests/common.test.ts',
      'src/quiz/quiz-utils.ts',
    ]),
  ).toHaveLength(3);
});

it('finds packages that are not used, and those that are not listed', () => {
  const source = readSource(
    'tools/a.ts',
    "import '@codemirror/view/x'; import { z } from 'astro/zod'; import 'node:fs'; import.meta.resolve('chromium');",
  );
  expect(
    rules.packagesAreUsed(
      ['astro', 'chromium', '@codemirror/view', 'tool'],
      { tool: 'a command' },
      [source],
    ),
  ).toEqual([]);
  expect(
    rules.packagesAreUsed(['astro', 'left-pad', '@codemirror/view'], { tool: 'a command' }, [
      source,
    ]),
  ).toEqual([
    'package.json lists left-pad, which nothing uses',
    'tools/a.ts imports chromium, which package.json does not list',
    'tool needs no reason in tests/tidy.test.ts any more',
  ]);
});
