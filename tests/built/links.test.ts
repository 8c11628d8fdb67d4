import { expect, inject, test } from 'vitest';
import { readerPages } from '../support/built-site.ts';
import { followLinks } from '../support/links.ts';

test('a broken link and a missing anchor are found', async () => {
  const { broken } = await followLinks(['tests/built/cases/broken-links.html'], false);
  expect(broken.map((line) => line.replace(/ on .*/, '').replace(/.*\//, '')).sort()).toEqual([
    'broken-links.html#nowhere (200)',
    'missing.html (404)',
  ]);
});

test('every link and every anchor leads somewhere', async () => {
  const urls = readerPages().map((page) => inject('origin') + page);
  expect((await followLinks(urls, false)).broken).toEqual([]);
});

test('every page can be reached from the first one', async () => {
  const { followed } = await followLinks([`${inject('origin')}/`], true);
  const unreached = readerPages().filter(
    (page) => page !== '/404.html' && !followed.has(inject('origin') + page),
  );
  expect(unreached).toEqual([]);
});
