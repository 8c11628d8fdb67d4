// What search engines and link previews show of a page.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtFile, readerPages } from '../support/built-site.ts';

const patterns = {
  title: /<title>([^<]+)<\/title>/,
  description: /<meta name="description" content="([^"]+)"/,
};

test.for(['title', 'description'] as const)('every page has a %s of its own', (part) => {
  const pages = new Map<string, string[]>();
  for (const page of readerPages()) {
    const text = patterns[part].exec(readFileSync(builtFile(page), 'utf8'))?.[1] ?? `no ${part}`;
    pages.set(text, [...(pages.get(text) ?? []), page]);
  }
  expect([...pages].filter(([text, { length }]) => length > 1 || text === `no ${part}`)).toEqual(
    [],
  );
});
