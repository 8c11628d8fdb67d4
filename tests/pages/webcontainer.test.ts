/**
 * The engine that comes from StackBlitz, on the built site under its own policy. What the browser asks of
 * https://stackblitz.com is answered by the stand-in of tests/engine/webcontainer/, or not at all.
 */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type RemoteServer, serveRemoteHalf } from '../engine/webcontainer/remote-server.ts';
import type { Scenario } from '../engine/webcontainer/scenarios.ts';
import { bench } from '../support/bench.ts';
import { expect, test } from '../support/reader.ts';

let remote: RemoteServer;
/** Stock Firefox does not tell Playwright what a request sends: there the stand-in's page asks its server directly. */
let isDirect: boolean;
beforeAll(async () => {
  remote = await serveRemoteHalf();
  isDirect = inject('browserName') === 'firefox';
});
afterAll(() => remote.stop());

/** From now on; the addresses that were asked for. */
async function stackBlitz(page: Page, plays: Scenario | 'nothing'): Promise<string[]> {
  const asked: string[] = [];
  const all = 'https://stackblitz.com/**';
  await page.context().unroute(all);
  await page.context().route(all, async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    asked.push(url.pathname);
    if (plays === 'nothing') return route.abort('connectionrefused');
    url.searchParams.set('client_id', plays);
    const body = request.postDataBuffer();
    const answer = await fetch(remote.origin + url.pathname + url.search, {
      method: request.method(),
      ...(body && { body: new Uint8Array(body) }),
    });
    const headers = Object.fromEntries(answer.headers);
    const text = await answer.text();
    const base = isDirect ? `<base href="${remote.origin}/">` : '';
    // The page may be gone when the answer comes.
    await route
      .fulfill({ status: answer.status, headers, body: text.replace('<title>', `${base}<title>`) })
      .catch(() => undefined);
  });
  if (isDirect) await page.context().route(`${remote.origin}/**`, (route) => route.continue());
  return asked;
}

const engine = (page: Page, name: RegExp) =>
  page.getByRole('radiogroup', { name: 'Engine' }).getByRole('radio', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const state = (page: Page) => page.locator('run-panel').getByRole('status').first();
const output = (page: Page) => page.getByRole('log', { name: 'Output' });
const notice = (page: Page) => page.locator('run-panel .notice');

describe('a WebContainer', () => {
  test('is asked for when a program is run in it, draws its timeline, and is remembered', async ({
    open,
  }) => {
    const page = await open('/scratchpad/');
    const asked = await stackBlitz(page, 'well');
    await engine(page, /WebContainer/).check();
    await button(page, 'Run').hover();
    await expect(page.getByText('fetched from stackblitz.com')).toBeVisible();
    expect(asked).toEqual([]);
    await button(page, 'Run').click();
    await expect(state(page)).toHaveText(/^Finished after/);
    await expect(output(page)).toContainText(/tick[\s\S]*done/);
    await expect(page.locator('.run-source')).toHaveText('Your run, in a WebContainer');
    await expect(page.getByRole('figure', { name: 'Timeline' })).toContainText('blocked');
    expect(asked).toContain('/headless');
    await page.reload();
    await expect(engine(page, /WebContainer/)).toBeChecked();
    await engine(page, /In this page/).check();
    await page.reload();
    await expect(engine(page, /In this page/)).toBeChecked();
  });

  test('that is blocked: the program runs in the page, which says why; a retry needs no reload', async ({
    open,
    troubles,
  }) => {
    const page = await open('/scratchpad/');
    await stackBlitz(page, 'nothing');
    await engine(page, /WebContainer/).check();
    await button(page, 'Run').click();
    await expect(state(page)).toHaveText(/^Finished after/);
    await expect(page.locator('.run-source')).toHaveText('Your run, in this page');
    await expect(notice(page)).toContainText('Nothing from StackBlitz reaches this page.');
    await expect(notice(page)).toContainText('Your program runs in this page instead.');
    await expect(engine(page, /In this page/)).toBeChecked();
    // The browser tells of what it could not load.
    expect(troubles.splice(0).filter((trouble) => !/console: /.test(trouble))).toEqual([]);
    await stackBlitz(page, 'well');
    await button(page, 'Try WebContainer (Node.js 22) again').click();
    await expect(page.locator('.run-source')).toHaveText('Your run, in a WebContainer');
    await expect(state(page)).toHaveText(/^Finished after/);
    await expect(notice(page)).toBeHidden();
  });

  test('that another tab has can be taken over', async ({ open }) => {
    const first = await open('/scratchpad/');
    await stackBlitz(first, 'well');
    await engine(first, /WebContainer/).check();
    await button(first, 'Run').click();
    await expect(state(first)).toHaveText(/^Finished after/);
    const second = await first.context().newPage();
    await second.goto('/scratchpad/');
    await button(second, 'Run').click();
    await expect(notice(second)).toContainText('Another tab of this course holds the WebContainer');
    await expect(second.locator('.run-source')).toHaveText('Your run, in this page');
    await button(second, 'Take over here').click();
    await expect(second.locator('.run-source')).toHaveText('Your run, in a WebContainer');
    await expect(state(second)).toHaveText(/^Finished after/);
    await expect(first.locator('iframe[src^="https://stackblitz.com"]')).toHaveCount(0);
  });

  test('that breaks down under a program leaves a way on', async ({ open }) => {
    const page = await open('/scratchpad/');
    await stackBlitz(page, 'reloads');
    await engine(page, /WebContainer/).check();
    await bench(page).write('main.ts', "console.log('drop'); setTimeout(() => {}, 1500);");
    await button(page, 'Run').click();
    await expect(state(page)).toHaveText(/the WebContainer broke down/);
    await button(page, 'Run it in this page').click();
    await expect(state(page)).toHaveText(/^Finished after/);
    await expect(page.locator('.run-source')).toHaveText('Your run, in this page');
  });
});
