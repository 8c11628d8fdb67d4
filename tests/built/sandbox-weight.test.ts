// What a reader's browser has to load before a program can run in the page, without what takes types out.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** Bytes of gzip. What most programs do without belongs on the shelf, `src/sandbox/browser/process/builtins/shelf.ts`. */
const BUDGET = 60_000;

test('the document of the browser engine stays within its budget', () => {
  const bytes = gzipSync(readFileSync('dist/sandbox/browser.html')).length;
  expect(bytes).toBeLessThanOrEqual(BUDGET);
});
