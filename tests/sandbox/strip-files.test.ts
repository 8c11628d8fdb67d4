import { expect, test } from 'vitest';
import { stripFiles } from '../../src/sandbox/strip-files.ts';

test('TypeScript files are stripped, others are left out', () => {
  expect(stripFiles({ 'main.ts': 'let x: number = 1', 'data.json': '{}' })).toEqual({
    'main.ts': 'let x         = 1',
  });
});

test('a file that cannot be stripped is named', () => {
  expect(() => stripFiles({ 'bad.ts': 'enum A { B }' })).toThrow(
    'bad.ts: TypeScript enum is not supported in strip-only mode',
  );
});
