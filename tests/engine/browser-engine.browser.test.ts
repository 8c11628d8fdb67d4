/** The contract in the browser engine: every program does what it did on Node, but for the declared differences. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine, Outcome } from '../../src/sandbox/engine.ts';
import { engines } from '../../src/sandbox/registry.ts';
import { startRun } from '../../src/sandbox/run.ts';
import { type Case, cases, comparable, type Ran, withoutNode } from './cases.ts';
import { type Browser, expectedIn } from './differences.ts';

let engine: Engine;
beforeAll(async () => {
  const loaded = await engines.browser?.load();
  if (!loaded) throw new Error('There is no browser engine.');
  engine = loaded;
});

describe('the browser engine', () => {
  test.for(cases)('$name', { timeout: 30_000 }, async (given) => {
    const ran = await runInBrowser(given);
    const got = {
      stdout: comparable(ran.stdout, given.stdout),
      stderr: withoutNode(ran.stderr),
      exit: ran.exit,
    };
    expect(got).toEqual(expectedIn(thisBrowser(), given.name, given.expected));
  });
});

async function runInBrowser({ files, killAfter }: Case): Promise<Ran> {
  const output = { stdout: '', stderr: '' };
  const run = startRun({
    engine,
    program: { files, entry: 'main.ts' },
    timeLimitMs: 25_000,
    onState: () => undefined,
    onOutput(events) {
      for (const { stream, text } of events) {
        output[stream === 'stderr' ? 'stderr' : 'stdout'] += text;
      }
      if (killAfter !== undefined && output.stdout.includes(killAfter)) run.stop();
    },
    onTrace: () => undefined,
  });
  const exit = exitOf(await run.outcome);
  return { ...output, exit };
}

function exitOf(outcome: Outcome): string {
  if (outcome.type === 'exited') return String(outcome.code);
  return outcome.type === 'stopped' ? 'killed' : JSON.stringify(outcome);
}

function thisBrowser(): Browser {
  if (navigator.userAgent.includes('Firefox/')) return 'firefox';
  return navigator.userAgent.includes('Chrome/') ? 'chromium' : 'webkit';
}
