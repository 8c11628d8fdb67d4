/** The engine that comes from StackBlitz, on the built site under its own policy: chosen, run, remembered, stopped. */
import { afterAll, beforeAll, describe } from 'vitest';
import { bench } from '../support/bench.ts';
import { expect, test } from '../support/reader.ts';
import { engines, type StackBlitz, standInForStackBlitz } from '../support/stackblitz.ts';

let stackBlitz: StackBlitz;
beforeAll(async () => {
  stackBlitz = await standInForStackBlitz();
});
afterAll(() => stackBlitz.stop());

describe('a WebContainer', () => {
  test('is asked for when a program is run in it, draws its timeline, and is remembered', async ({
    open,
  }) => {
    const page = await open('/scratchpad/');
    const { run, state, output, timeline } = bench(page);
    const { radio, source } = engines(page);
    const asked = await stackBlitz.plays(page, 'well');
    await radio(/WebContainer/).check();
    await run.hover();
    await expect(page.getByText('fetched from stackblitz.com')).toBeVisible();
    expect(asked).toEqual([]);
    await run.click();
    await expect(state).toHaveText(/^Finished after/);
    await expect(output).toContainText(/tick[\s\S]*done/);
    await expect(source).toHaveText('Your run, in a WebContainer');
    await expect(timeline).toContainText('blocked');
    expect(asked).toContain('/headless');
    await page.reload();
    await expect(radio(/WebContainer/)).toBeChecked();
    await radio(/In this page/).check();
    await page.reload();
    await expect(radio(/In this page/)).toBeChecked();
  });

  test('tells its programs when the room for their output changes', async ({ open }) => {
    const page = await open('/scratchpad/');
    const { run, state, printed } = bench(page);
    await stackBlitz.plays(page, 'well');
    await engines(page)
      .radio(/WebContainer/)
      .check();
    const program =
      "process.on('SIGWINCH', () => console.log('another size')); setTimeout(() => {}, 60_000); console.log('listens');";
    await bench(page).write('main.ts', program);
    await run.click();
    await printed('listens');
    await page.setViewportSize({ width: 400, height: 800 });
    await printed('another size');
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(state).toHaveText(/^Stopped by you/);
  });

  test('is used from the keyboard alone: chosen, run, edited while it runs, stopped', async ({
    open,
  }) => {
    const page = await open('/scratchpad/');
    const { run, state, printed, editor, holds, output } = bench(page);
    const { radio, source } = engines(page);
    await stackBlitz.plays(page, 'well');
    await radio(/In this page/).focus();
    await page.keyboard.press('ArrowDown');
    await expect(radio(/WebContainer/)).toBeChecked();
    await bench(page).write('main.ts', "console.log('spins'); for (;;);");
    await page.keyboard.press('Control+Enter');
    await printed('spins');
    await expect(state).toHaveText('Running.');
    await editor('main.ts').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText("console.log('edited');");
    await page.keyboard.press('Escape');
    await expect(state).toHaveText(/^Stopped by you/);
    await holds('main.ts', "console.log('edited');");
    await run.focus();
    await page.keyboard.press('Enter');
    await expect(state).toHaveText(/^Finished after/);
    await expect(output).toHaveText(/^edited\s*$/);
    await expect(source).toHaveText('Your run, in a WebContainer');
  });
});
