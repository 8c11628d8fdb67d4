import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { builtFile, builtPages } from '../support/built-site.ts';

test('readers get no page for authors', async () => {
  expect(builtPages().filter((page) => /author/.test(page))).toEqual([]);
  for (const page of builtPages())
    expect(await readFile(builtFile(page), 'utf8'), page).not.toMatch(
      /authors\/questions|key executed/,
    );
});
