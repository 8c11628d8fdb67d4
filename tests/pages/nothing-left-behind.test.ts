// Run after run in one page: what a run takes, it gives back.
import type { Page } from 'playwright';
import { bench } from '../support/bench.ts';
import { expect, test } from '../support/reader.ts';

const RUNS = 30;
const MANY_RUNS = 200;
/** After so many runs all that is kept on purpose is there: the waiting worker, the modules of the shelf. */
const FIRST_RUNS = 4;

/** Leaves as much behind as a program can. */
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

/** As much of it as goes quickly. */
const quick = {
  files: {
    'main.js': `
      import { Worker } from 'node:worker_threads';
      new Worker('for (;;);', { eval: true });
      await import('./late.js');
      process.exit();`,
    'late.js': program.files['late.js'],
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

test.for([
  { program, runs: RUNS, output: 'child\nthe end\n' },
  { program: quick, runs: MANY_RUNS, output: 'the end\n' },
])(
  '$runs runs leave no worker, no address, no frame and no memory behind',
  { timeout: 240_000 },
  async (given, { open, browserName }) => {
    const page = await open('/');
    await page.context().addInitScript(count);
    const fragment = Buffer.from(JSON.stringify(given.program)).toString('base64url');
    await page.goto(`/scratchpad/#v1:${fragment}`);
    const mine = bench(page);
    const all = async () => ({
      ...(await heldIn(page)),
      memory: browserName === 'chromium' ? await memoryOf(page) : undefined,
    });
    let early: Awaited<ReturnType<typeof all>> | undefined;
    for (let run = 1; run <= given.runs; run++) {
      await mine.runToEnd();
      await expect(mine.output).toHaveText(given.output);
      if (run === FIRST_RUNS) early = await all();
    }
    const { memory, ...late } = await all();
    expect(early?.workers).toBeGreaterThan(0);
    expect({ ...late, memory: early?.memory }).toEqual(early);
    if (!memory || !early?.memory) return;
    expect(memory.listeners).toBeLessThanOrEqual(early.memory.listeners + FIRST_RUNS);
    expect(memory.megabytes).toBeLessThan(early.memory.megabytes + 3);
  },
);

/** What the page and the sandbox's host hold when all garbage has been collected. Only Chromium does so when asked. */
async function memoryOf(page: Page): Promise<{ megabytes: number; listeners: number }> {
  let [megabytes, listeners] = [0, 0];
  for (const target of [page, ...page.frames().slice(1)]) {
    // A frame in the page's own process is counted with it.
    const session = await page
      .context()
      .newCDPSession(target)
      .catch(() => undefined);
    if (!session) continue;
    await session.send('HeapProfiler.collectGarbage');
    megabytes += (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
    listeners += (await session.send('Memory.getDOMCounters')).jsEventListeners;
    await session.detach();
  }
  return { megabytes, listeners };
}
