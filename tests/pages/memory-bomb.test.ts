// A program that takes memory without end takes its sandbox with it, and not the page.
import { chromium } from 'playwright';
import { expect, inject, test } from 'vitest';
import { chromium as executable } from '../support/browsers.ts';

const linkTo = (main: string) => {
  const program = { files: { 'main.js': main }, entry: 'main.js' };
  return `#v1:${Buffer.from(JSON.stringify(program)).toString('base64url')}`;
};
const filling = 'kept.push(new Array(100_000).fill(kept.length))';

/** As little as a thread of a reader's browser could have, so that it is soon full. */
const SMALL_HEAP = '--js-flags=--max-old-space-size=150';

test.for([
  ['the first thread', `const kept = []; for (;;) ${filling};`],
  [
    'a worker',
    `import { Worker } from 'node:worker_threads';
     new Worker('const kept = []; for (;;) ${filling};', { eval: true });`,
  ],
])('when %s fills the memory the page lives on, and the next run is well', async ([, bomb]) => {
  const browser = await chromium.launch({
    ...executable(),
    args: ['--no-sandbox', '--disable-background-networking', SMALL_HEAP],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${inject('origin')}/scratchpad/${linkTo(bomb ?? '')}`);
    await page.getByRole('status').getByText('Ready.').waitFor();
    // Playwright takes a page for lost when a frame of it is, so the page is asked by another way.
    const session = await page.context().newCDPSession(page);
    const ask = async (expression: string): Promise<unknown> => {
      const { result } = await session.send('Runtime.evaluate', { expression });
      return result.value;
    };
    const state = () => ask(`document.querySelector('run-panel [role=status]').textContent`);
    const run = () =>
      ask(`[...document.querySelectorAll('run-panel button')]
        .find(({ textContent }) => textContent.trim() === 'Run').click()`);

    await run();
    await expect.poll(state, { timeout: 40_000 }).toContain('The browser ended the sandbox');
    expect(await state()).toContain('Your code is still there');
    expect(await ask(`document.querySelector('run-panel').textContent`)).toContain(filling);

    await ask(`location.hash = ${JSON.stringify(linkTo(`console.log('well again')`))}`);
    await expect
      .poll(() => ask(`document.querySelector('run-panel').textContent`), { timeout: 15_000 })
      .toContain('well again');
    await run();
    await expect.poll(state, { timeout: 15_000 }).toContain('Finished');
  } finally {
    await browser.close();
  }
});
