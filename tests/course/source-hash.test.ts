import { expect, test } from 'vitest';
import { isStale, sourceHash } from '../../src/course/source-hash.ts';

test('a hash tells files apart by their texts and by their paths', () => {
  const hash = sourceHash({ 'main.ts': 'const a = 1;\n' });
  expect(hash).toMatch(/^fnv1a64-[0-9a-f]{16}$/);
  expect(sourceHash({ 'main.ts': 'const a = 2;\n' })).not.toBe(hash);
  expect(sourceHash({ 'other.ts': 'const a = 1;\n' })).not.toBe(hash);
  expect(sourceHash({ 'main.t': 'sconst a = 1;\n' })).not.toBe(hash);
});

test('a hash is the same for the same files in another order, and with the line ends of another system', () => {
  const files = { 'a.ts': 'one\ntwo\n', 'b.ts': 'three\n' };
  expect(sourceHash({ 'b.ts': 'three\r\n', 'a.ts': 'one\r\ntwo\r\n' })).toBe(sourceHash(files));
  expect(isStale({ sourceHash: sourceHash(files) }, files)).toBe(false);
  expect(isStale({ sourceHash: sourceHash(files) }, { ...files, 'a.ts': 'two\n' })).toBe(true);
});

test('a hash is the known one of FNV-1a', () => {
  // Of no bytes at all it is the offset basis.
  expect(sourceHash({})).toBe('fnv1a64-cbf29ce484222325');
});
