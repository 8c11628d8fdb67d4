/**
 * StackBlitz for tests that read the served site: what the browser asks of https://stackblitz.com is answered by the
 * stand-in of `tests/engine/webcontainer/`, or not at all.
 */
import type { Page } from 'playwright';
import { inject } from 'vitest';
import { serveRemoteHalf } from '../engine/webcontainer/remote-server.ts';
import type { Scenario } from '../engine/webcontainer/scenarios.ts';

export interface StackBlitz {
  /** What StackBlitz plays for this reader from now on; the addresses that are asked for. */
  plays(page: Page, scenario: Scenario | 'nothing'): Promise<string[]>;
  stop(): Promise<void>;
}

export async function standInForStackBlitz(): Promise<StackBlitz> {
  const remote = await serveRemoteHalf();
  /** Stock Firefox does not tell Playwright what a request sends: there the stand-in's page asks its server directly. */
  const isDirect = inject('browserName') === 'firefox';
  const base = isDirect ? `<base href="${remote.origin}/">` : '';
  return {
    stop: remote.stop,
    async plays(page, scenario) {
      const asked: string[] = [];
      const context = page.context();
      const all = 'https://stackblitz.com/**';
      await context.unroute(all);
      await context.route(all, async (route) => {
        const request = route.request();
        const url = new URL(request.url());
        asked.push(url.pathname);
        if (scenario === 'nothing') return route.abort('connectionrefused');
        url.searchParams.set('client_id', scenario);
        const body = request.postDataBuffer();
        // The page, or when all tests are over the server, may be gone before the answer comes.
        try {
          const answer = await fetch(remote.origin + url.pathname + url.search, {
            method: request.method(),
            ...(body && { body: new Uint8Array(body) }),
          });
          const headers = Object.fromEntries(answer.headers);
          const text = (await answer.text()).replace('<title>', `${base}<title>`);
          await route.fulfill({ status: answer.status, headers, body: text });
        } catch {
          await route.abort().catch(() => undefined);
        }
      });
      if (isDirect)
        await context.route(`${remote.origin}/**`, (route) =>
          route.continue().catch(() => undefined),
        );
      return asked;
    },
  };
}

/** The engines of the page's only panel, and what it says of them. */
export function engines(page: Page) {
  const panel = page.locator('run-panel');
  return {
    radio: (name: RegExp) =>
      panel.getByRole('radiogroup', { name: 'Engine' }).getByRole('radio', { name }),
    button: (name: string) => panel.getByRole('button', { name, exact: true }),
    notice: panel.locator('.notice'),
    /** Where the run took place that is shown. */
    source: panel.locator('.run-source'),
  };
}
