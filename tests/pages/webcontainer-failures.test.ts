/**
 * Everything that can be wrong with a WebContainer, as a reader meets it on the built site: it is named in a sentence, the
 * program runs in the page instead, and once the cause is gone a retry works without a reload.
 */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Scenario } from '../engine/webcontainer/scenarios.ts';
import { bench } from '../support/bench.ts';
import { expect, test } from '../support/reader.ts';
import { engines, type StackBlitz, standInForStackBlitz } from '../support/stackblitz.ts';

let stackBlitz: StackBlitz;
beforeAll(async () => {
  stackBlitz = await standInForStackBlitz();
});
afterAll(() => stackBlitz.stop());

const AGAIN = 'Try WebContainer (Node.js 22) again';

async function runInContainer(page: Page): Promise<void> {
  await engines(page)
    .radio(/WebContainer/)
    .check();
  await bench(page).run.click();
}

/** The program has run in the page, and the notice says why. */
async function ranInPage(page: Page, why: string): Promise<void> {
  const { notice, source, radio } = engines(page);
  await expect(notice).toContainText(why);
  await expect(notice).toContainText('Your program runs in this page instead.');
  await expect(bench(page).state).toHaveText(/^Finished after/);
  await expect(source).toHaveText('Your run, in this page');
  await expect(radio(/In this page/)).toBeChecked();
}

/** Pressing the way on runs the program in a container, in the same page. */
async function runsAgain(page: Page, wayOn = AGAIN): Promise<void> {
  const { button, notice, source } = engines(page);
  await button(wayOn).click();
  await expect(source).toHaveText('Your run, in a WebContainer');
  await expect(bench(page).state).toHaveText(/^Finished after/);
  await expect(notice).toBeHidden();
}

/** What browsers say on their consoles of something that does not come. */
const takeOut = (troubles: string[]) =>
  troubles.splice(0).filter((text) => !/console: /.test(text));

describe('where the browser or the page cannot have one', () => {
  const here: [string, () => void, string][] = [
    [
      'a telephone',
      () => Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (iPhone)' }),
      'WebContainers do not run in this browser.',
    ],
    [
      'an old Safari',
      () => Reflect.deleteProperty(globalThis, 'CompressionStream'),
      'WebContainers do not run in this browser.',
    ],
    [
      'cookies switched off',
      () => Object.defineProperty(navigator, 'cookieEnabled', { value: false }),
      'keeps the frame of StackBlitz from storing anything',
    ],
  ];
  test.for(here)('%s', async ([, change, why], { open }) => {
    const page = await open('/about/');
    await page.addInitScript(change);
    await page.goto('/scratchpad/');
    const asked = await stackBlitz.plays(page, 'well');
    await runInContainer(page);
    await ranInPage(page, why);
    expect(asked).toEqual([]);
  });

  test('a page that came without its headers', async ({ open }) => {
    const page = await open('/about/');
    await page.route('**/scratchpad/', async (route) => {
      const answer = await route.fetch();
      const headers = Object.entries(answer.headers());
      const kept = headers.filter(([name]) => !name.startsWith('cross-origin-'));
      await route.fulfill({ response: answer, headers: Object.fromEntries(kept) });
    });
    await page.goto('/scratchpad/');
    const asked = await stackBlitz.plays(page, 'well');
    await runInContainer(page);
    await ranInPage(page, 'this page was sent without the headers');
    expect(asked).toEqual([]);
  });
});

describe('where none comes', () => {
  test('nothing from StackBlitz reaches the page', async ({ open, troubles }) => {
    const page = await open('/scratchpad/');
    await stackBlitz.plays(page, 'nothing');
    await runInContainer(page);
    await ranInPage(page, 'Nothing from StackBlitz reaches this page.');
    expect(takeOut(troubles)).toEqual([]);
    await stackBlitz.plays(page, 'well');
    await runsAgain(page);
  });

  test('the reader is offline', async ({ open, troubles }) => {
    const page = await open('/scratchpad/');
    await stackBlitz.plays(page, 'well');
    // What runs programs has been loaded before.
    await runInContainer(page);
    await expect(bench(page).state).toHaveText(/^Finished after/);
    await engines(page)
      .radio(/In this page/)
      .check();
    await bench(page).runToEnd();
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
    await page.context().setOffline(true);
    await runInContainer(page);
    await ranInPage(page, 'You are offline');
    expect(takeOut(troubles)).toEqual([]);
    await page.context().setOffline(false);
    await runsAgain(page);
  });

  const answers: [Scenario, string][] = [
    ['refuses', 'It says: “This API key is not allowed on this domain.”'],
    ['no-storage', 'keeps the frame of StackBlitz from storing anything'],
    ['no-memory', 'not enough memory left'],
  ];
  test.for(answers)('the other side %s', async ([scenario, why], { open }) => {
    const page = await open('/scratchpad/');
    await stackBlitz.plays(page, scenario);
    await runInContainer(page);
    await ranInPage(page, why);
    await stackBlitz.plays(page, 'well');
    await runsAgain(page);
  });

  test('it takes too long: the steps are told, then the verdict', async ({ open }) => {
    const page = await open('/scratchpad/');
    await stackBlitz.plays(page, 'stuck');
    await runInContainer(page);
    await expect(bench(page).state).toHaveText('StackBlitz answers: the WebContainer is starting.');
    await ranInPage(page, 'The WebContainer takes too long to start.');
  });

  test('the client does not come', async ({ open, troubles }) => {
    const page = await open('/scratchpad/');
    await stackBlitz.plays(page, 'well');
    const client = /\/webcontainer\/client\.js/;
    await page.route(client, (route) => route.abort());
    await runInContainer(page);
    await ranInPage(page, 'The part of this site that talks to StackBlitz could not be loaded.');
    expect(takeOut(troubles)).toEqual([]);
    await page.unroute(client);
    await runsAgain(page);
  });

  test('another tab has it: the reader may take over, and the other tab hears of it', async ({
    open,
  }) => {
    const first = await open('/scratchpad/');
    await stackBlitz.plays(first, 'well');
    await bench(first).write('main.ts', "console.log('waits'); setTimeout(() => {}, 15_000);");
    await runInContainer(first);
    await bench(first).printed('waits');
    const second = await first.context().newPage();
    await second.goto('/scratchpad/');
    await bench(second).write('main.ts', "console.log('second');");
    await bench(second).run.click();
    await ranInPage(second, 'Another tab of this course holds the WebContainer');
    await runsAgain(second, 'Take over here');
    await expect(bench(first).state).toHaveText(/another tab has taken the WebContainer over\.$/);
    await expect(first.locator('iframe[src^="https://stackblitz.com"]')).toHaveCount(0);
  });
});

describe('while a program runs', () => {
  const losses: [Scenario, string, string, RegExp][] = [
    ['reloads', 'is loaded anew', "console.log('drop'); setTimeout(() => {}, 1500);", /broke down/],
    [
      'drops',
      'goes silent',
      "console.log('drop'); setTimeout(() => {}, 1500);",
      /no longer answers/,
    ],
    [
      'well',
      'is out of memory',
      "console.log('RangeError: WebAssembly.instantiate(): Out of memory');\nprocess.exitCode = 1;",
      /no memory left for the WebContainer/,
    ],
  ];
  test.for(losses)('a container that plays "%s" %s', async ([scenario, , text, says], { open }) => {
    const page = await open('/scratchpad/');
    const { write, holds, state, output } = bench(page);
    const { button, source } = engines(page);
    await stackBlitz.plays(page, scenario);
    await write('main.ts', text);
    await runInContainer(page);
    await expect(state).toHaveText(says, { timeout: 30_000 });
    // What it had printed stays.
    await expect(output).toContainText(/drop|RangeError/);
    await button('Run it in this page').click();
    await expect(source).toHaveText('Your run, in this page');
    await expect(state).toHaveText(/^(Finished|Ended)/);
    await holds('main.ts', text);
  });

  test('a program that ignores its end goes with its container, and the next one runs', async ({
    open,
  }) => {
    const page = await open('/scratchpad/');
    const { write, holds, stop, state, printed, runToEnd } = bench(page);
    const { source } = engines(page);
    await stackBlitz.plays(page, 'deaf');
    const deaf = "process.on('SIGTERM', () => {}); console.log('spins'); for (;;);";
    await write('main.ts', deaf);
    await runInContainer(page);
    await printed('spins');
    await stop.click();
    await expect(state).toHaveText(/^Stopped by you.*it was shut down with it and starts anew\.$/);
    await printed('spins');
    await holds('main.ts', deaf);
    await write('main.ts', "console.log('next');");
    await runToEnd();
    await expect(source).toHaveText('Your run, in a WebContainer');
  });
});
