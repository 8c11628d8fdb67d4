import { test } from 'vitest';
import { engines } from '../../src/sandbox/registry.ts';
import { runOnEngine } from '../engine/run-on-engine.ts';
import { program } from './program.ts';
test('try', { timeout: 60000 }, async () => {
  const engine = await engines.browser!.load();
  const ran = await runOnEngine(engine, { id: 'x/y', group: 'http', name: 'y', files: { 'main.ts': program }, expected: { stdout: '', stderr: '', exit: '0' } } as never);
  console.log(`OUT\n${ran.stdout}\nERR\n${ran.stderr}\nEXIT ${JSON.stringify(ran.exit ?? ran)}`);
});
