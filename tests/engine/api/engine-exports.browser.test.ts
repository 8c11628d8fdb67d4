/** What the embedded engine exports is the same in all browsers, and is what the page about it is made of. */
import { expect, test } from 'vitest';
import { engines } from '../../../src/sandbox/registry.ts';
import { runOnEngine } from '../run-on-engine.ts';
import { exportsProgram } from './exports-program.ts';

test('the engine’s exports are those that are written down; `vitest run -u` takes them down anew', async () => {
  const engine = await engines.browser?.load();
  if (!engine) throw new Error('There is no browser engine.');
  const { stdout, stderr, exit } = await runOnEngine(engine, exportsProgram);
  expect({ stderr, exit }).toEqual({ stderr: '', exit: '0' });
  await expect(stdout).toMatchFileSnapshot('./engine-exports.json');
});
