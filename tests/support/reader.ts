/**
 * `test` for tests that read the served site in a browser. Each gets `open`, which opens a page as somebody who was
 * never here; another call is another reader. Afterwards the pages must have had no trouble:
 * no console error, no exception, no breach of the Content Security Policy, no failed response, no other host asked.
 */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  firefox,
  type Page,
} from 'playwright';
import { expect as playwrightExpect } from 'playwright/test';
import { test as base, inject } from 'vitest';
import * as browsers from './browsers.ts';

export type BrowserName = 'chromium' | 'firefox';
declare module 'vitest' {
  interface ProvidedContext {
    /** Which browser reads the pages; see vitest.config.ts. */
    browserName: BrowserName;
  }
}

export type Open = (path: string, options?: BrowserContextOptions) => Promise<Page>;

/** Playwright's, whose assertions about pages wait until they hold; a busy machine may take its time. */
export const expect = playwrightExpect.configure({ timeout: 15_000 });

const launch = {
  chromium: () =>
    chromium.launch({
      ...browsers.chromium(),
      args: ['--no-sandbox', '--disable-background-networking'],
    }),
  firefox: () => firefox.launch({ channel: 'moz-firefox', executablePath: browsers.firefox() }),
} satisfies Record<BrowserName, () => Promise<Browser>>;

export const test = base
  .extend('browserName', { scope: 'worker' }, () => inject('browserName'))
  .extend('browser', { scope: 'worker' }, async ({ browserName }, { onCleanup }) => {
    const browser = await launch[browserName]();
    onCleanup(() => browser.close());
    return browser;
  })
  // What went wrong so far. A test that expects a trouble takes it out: `troubles.splice(0)`.
  .extend('troubles', (): string[] => [])
  .extend('open', async ({ browser, troubles }, { onCleanup }): Promise<Open> => {
    const contexts: BrowserContext[] = [];
    onCleanup(async () => {
      await Promise.all(contexts.map((context) => context.close()));
      if (troubles.length > 0) throw new Error(`The page had trouble:\n${troubles.join('\n')}`);
    });
    return async (path, options) => {
      // Where a page is kept for later is tested in offline.test.ts; elsewhere it would be loaded over and over.
      const context = await browser.newContext({
        baseURL: inject('origin'),
        serviceWorkers: 'block',
        ...options,
      });
      contexts.push(context);
      context.setDefaultTimeout(15_000);
      await watch(context, (trouble) => troubles.push(trouble));
      const page = await context.newPage();
      await page.goto(path);
      return page;
    };
  });

/** Firefox reports fonts that were still on their way when the reader left the page: NS_BINDING_ABORTED. */
const abandonedFont = /^downloadable font: download failed .*status=2152398850/;

/** Tells what goes wrong in any page of a context, and keeps it from asking other hosts. */
async function watch(context: BrowserContext, report: (trouble: string) => void): Promise<void> {
  const origin = inject('origin');
  await context.route(
    (url) => /^https?:$/.test(url.protocol) && url.origin !== origin,
    (route) => {
      report(`asked another host: ${route.request().url()}`);
      return route.abort();
    },
  );
  // Firefox does not tell of violations on the console that Playwright reads.
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP: ${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') {
      report(
        `console: ${message.text()} (${message.location().url}:${message.location().lineNumber})`,
      );
    }
  });
  context.on('weberror', (error) => {
    const { message, stack } = error.error();
    if (!abandonedFont.test(message)) report(`exception: ${message}\n${stack ?? ''}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) report(`${response.status()}: ${response.url()}`);
  });
}
