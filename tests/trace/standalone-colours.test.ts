// A picture that stands alone cannot ask the page for its colours, so it has copies of them.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIGHT } from '../../src/trace/standalone-svg.ts';

/** The light colours of the tokens, by their names. */
const tokens = new Map(
  [
    ...readFileSync('src/styles/tokens.css', 'utf8').matchAll(
      /^ {2}--([a-z-]+): light-dark\((#[0-9a-f]{6}), #[0-9a-f]{6}\);/gm,
    ),
  ].map(([, name = '', light = '']) => [name, light]),
);

test.each(Object.entries(LIGHT))('%s is as in the page', (name, colour) => {
  expect(tokens.get(name)).toBe(colour);
});
