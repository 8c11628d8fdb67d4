import { expect, test } from 'vitest';
import { shelf } from '../../../src/sandbox/browser/process/builtins/shelf.ts';
import { shippedPackages } from '../../../src/sandbox/shipped-packages.ts';

test('programs find the same packages in a WebContainer as in the page', () => {
  const onShelf = Object.keys(shelf).filter((name) => shelf[name]?.from === name);
  expect([...shippedPackages].sort()).toEqual(onShelf.sort());
});
