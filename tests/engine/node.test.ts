/** The contract on Node itself: what it prints is what the engines are held to. `npx vitest run -u` takes it down anew. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cases } from './cases.ts';
import { comparable } from './comparison.ts';
import { differences } from './differences.ts';
import { TIME_LIMIT_MS } from './run-on-engine.ts';
import { runOnNode } from './run-on-node.ts';

/** What stands for itself when no file says otherwise. */
const usual = { stdout: '', stderr: '', exit: '0' };

describe('Node', () => {
  // Programs wait for timers and for each other, and a busy machine may bring one out of step. What is wrong stays
  // wrong however often it is run.
  test.for(cases)('$id', { timeout: TIME_LIMIT_MS + 10_000, retry: 2 }, async (given) => {
    const ran = comparable(await runOnNode(given), given);
    for (const name of ['stdout', 'stderr', 'exit'] as const) {
      const file = new URL(`./cases/${given.id}/expected.${name}`, import.meta.url).pathname;
      if (ran[name] !== usual[name] || existsSync(file)) {
        await expect(ran[name]).toMatchFileSnapshot(file);
      }
    }
  });
});

describe('the declared differences', () => {
  test('are fewer than ten', () => expect(Object.keys(differences).length).toBeLessThan(10));

  test('are about programs that exist', () => {
    const ids = new Set(cases.map(({ id }) => id));
    const named = Object.values(differences).flatMap(({ programs }) => Object.values(programs));
    expect(named.flat().filter((id) => !ids.has(id))).toEqual([]);
  });
});
