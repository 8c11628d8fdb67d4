// Run after run in one page: what a run takes, it gives back.
import type { Page } from 'playwright';
import { bench } from '../support/bench.ts';
import { expect, test } from '../support/reader.ts';

const RUNS = 30;
/** After so many runs all that is kept on purpose is there: the waiting worker, the modules of the shelf. */
const FIRST_RUNS = 4;

const program = {
  files: {
    'main.js': `
      import { Worker } from 'node:worker_threads';
      import { fork } from 'node:child_process';
      import { writeFile } from 'node:fs/promises';
      import { once } from 'node:events';
      if (process.argv[2] === 'child') { console.log('child'); process.exit(); }
      await writeFile('a', 'x'.repeat(100000));
      const thread = new Worker('require("node:worker_threads").parentPort.postMessage(1)', { eval: true });
      await once(thread, 'message');
      await once(fork('./main.js', ['child']), 'exit');
      new Worker('for (;;);', { eval: true });
      await import('./late.js');
      process.exit();`,
    'late.js': `console.log('the end');`,
  },
  entry: 'main.js',
};

interface Held {
  readonly workers: number;
  readonly urls: number;
}

/** In every frame: counts workers that were made and not ended, and addresses that were made and not given back. */
function count(): void {
  const held = { workers: 0, urls: 0 };
  Object.assign(globalThis, { held });
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (object) => {
    held.urls++;
    return createObjectURL(object);
  };
  URL.revokeObjectURL = (url) => {
    held.urls--;
    revokeObjectURL(url);
  };
  const { Worker } = globalThis;
  globalThis.Worker = class extends Worker {
    #ended = false;
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args);
      held.workers++;
    }
    override terminate(): void {
      if (!this.#ended) held.workers--;
      this.#ended = true;
      super.terminate();
    }
  };
}

async function heldIn(page: Page): Promise<Held & { readonly frames: number }> {
  const frames = page.frames();
  const all = await Promise.all(
    frames.map((frame) => frame.evaluate(() => (globalThis as unknown as { held: Held }).held)),
  );
  const sum = (key: keyof Held) => all.reduce((total, held) => total + held[key], 0);
  return { frames: frames.length, workers: sum('workers'), urls: sum('urls') };
}

test('many runs leave no worker, no address and no frame behind', async ({ open }) => {
  const page = await open('/');
  await page.context().addInitScript(count);
  const fragment = Buffer.from(JSON.stringify(program)).toString('base64url');
  await page.goto(`/scratchpad/#v1:${fragment}`);
  const mine = bench(page);
  let early: Awaited<ReturnType<typeof heldIn>> | undefined;
  for (let run = 1; run <= RUNS; run++) {
    await mine.runToEnd();
    await expect(mine.output).toHaveText('child\nthe end\n');
    if (run === FIRST_RUNS) early = await heldIn(page);
  }
  expect(early?.workers).toBeGreaterThan(0);
  expect(await heldIn(page)).toEqual(early);
}, 120_000);
