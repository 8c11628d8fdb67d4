import { expect, it } from 'vitest';
import { unerasableTypes } from '../../tools/erasable-types.ts';

it('takes types that can be erased', () => {
  expect(unerasableTypes('main.ts', 'const a: number = 1;\nexport type A = typeof a;\n')).toEqual(
    [],
  );
});

it('places what can not', () => {
  expect(unerasableTypes('main.ts', 'const a: number = 1;\n\n  enum X { A }\n')).toEqual([
    {
      file: 'main.ts',
      line: 3,
      column: 3,
      expected: 'TypeScript whose types can be erased',
      found: 'TypeScript enum is not supported in strip-only mode',
      read: 'https://nodejs.org/api/typescript.html#type-stripping',
    },
  ]);
  expect(unerasableTypes('main.ts', 'let a = ;\n')).toMatchObject([
    { line: 1, column: 9, found: 'Expression expected' },
  ]);
});
