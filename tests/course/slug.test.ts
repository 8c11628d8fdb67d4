import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSlugs } from '../../src/course/slug.ts';

// Astro's own copy: what we make has to be what Astro makes.
const fromAstro = createRequire(import.meta.resolve('astro/package.json'));
const astro: { default: new () => { slug(heading: string): string } } = await import(
  pathToFileURL(fromAstro.resolve('github-slugger')).href
);

function expectSame(headings: readonly string[]): void {
  const theirs = new astro.default();
  expect(headings.map(createSlugs())).toEqual(headings.map((heading) => theirs.slug(heading)));
}

it('makes the id of a heading', () => {
  expect(['What the loop can’t do', 'What the loop can’t do', 'A – B'].map(createSlugs())).toEqual([
    'what-the-loop-cant-do',
    'what-the-loop-cant-do-1',
    'a--b',
  ]);
});

it('makes the same ids as Astro, also of what nobody would write', () => {
  expectSame([
    'a',
    'a',
    'a-1',
    'a',
    '',
    '',
    'constructor',
    '`await` & `async`: 1 + 1',
    'Zürich ⅷ ２ ßİ',
  ]);
  const heading = fc.oneof(
    fc.string({ unit: 'grapheme-ascii' }),
    fc.string({ unit: fc.constantFrom('a', 'B', ' ', '-', '_', '1', '.', 'é', '’') }),
  );
  fc.assert(fc.property(fc.array(heading), expectSame));
});
