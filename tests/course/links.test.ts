import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pageNames } from '../../src/course/links.ts';

it('keeps the addresses of pages from sections', () => {
  const pages = readdirSync('src/pages')
    .filter((name) => !name.startsWith('_') && !name.startsWith('['))
    .map((name) => name.replace(/\..*$/, ''))
    .filter((name) => name !== 'index' && name !== '404');
  expect(pages.filter((name) => !pageNames.includes(name))).toEqual([]);
});
