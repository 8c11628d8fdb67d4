import { expect, test } from 'vitest';
import { askedNames } from '../../../src/sandbox/browser/host/import-clause.ts';

test.for([
  ['import a from ', ['default']],
  ['import { a, b as c } from ', ['a', 'b']],
  ['import d, { e } from ', ['default', 'e']],
  ['import * as all from ', []],
  ['import d, * as all from ', ['default']],
  ['import ', []],
  ['export { x, y as z } from ', ['x', 'y']],
  ['export * from ', []],
  ['import { default as f, "strange name" as g } from ', ['default', 'strange name']],
  ['import { a, /* b, */ c, // d\n e } from ', ['a', 'c', 'e']],
  ['import $a_1 from ', ['default']],
] as const)('%s', ([clause, names]) => {
  expect(askedNames(clause).map(({ name }) => name)).toEqual(names);
});

test('places are those of the names', () => {
  const clause = 'import d, {\n  one,\n  two as three\n} from ';
  for (const { name, at } of askedNames(clause)) {
    const shown = name === 'default' ? 'd' : name;
    expect(clause.slice(at, at + shown.length)).toBe(shown);
  }
});
