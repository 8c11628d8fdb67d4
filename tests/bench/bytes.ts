/** What a reader's browser loads of scripts: with the lesson, and when Run is pressed for the first time. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { serveBuiltSite } from '../support/built-site.ts';
import type { Bench, Row } from './bench.ts';

const LESSON = '/the-question/the-slow-view/';

export const bench: Bench = {
  name: 'bytes',
  async measure({ browser }) {
    const site = await serveBuiltSite();
    const context = await browser.newContext({ baseURL: site.origin });
    try {
      const page = await context.newPage();
      const loaded = watchScripts(page);
      await page.goto(LESSON, { waitUntil: 'networkidle' });
      const before = await sum(loaded.splice(0));
      await page.getByRole('button', { name: 'Run', exact: true }).first().click();
      await page
        .getByText(/^Finished/)
        .first()
        .waitFor();
      const atRun = loaded.splice(0);
      const engine = await sum(atRun.filter(({ url }) => url.includes('/sandbox/')));
      const all = await sum(atRun);
      const row = (what: string, bytes: number): Row => ({
        what: `${what}, gzip`,
        unit: 'kB',
        samples: [bytes / 1000],
      });
      return [
        row('scripts of a lesson before a click', before),
        row('the sandbox’s document', engine),
        {
          ...row('all that the first Run of an unedited program loads', all),
          aim: { words: '≤ 60 kB', isMet: all <= 60_000 },
        },
      ];
    } finally {
      await context.close();
      await site.stop();
    }
  },
};

interface Loaded {
  readonly url: string;
  readonly bytes: Promise<number>;
}

/** Scripts, and the sandbox's document, which is one. */
function watchScripts(page: Page): Loaded[] {
  const loaded: Loaded[] = [];
  page.on('response', (response) => {
    const url = response.url();
    if (!/\/sandbox\/|\.js(\?|$)/.test(url)) return;
    loaded.push({ url, bytes: response.body().then((body) => gzipSync(body).length) });
  });
  return loaded;
}

async function sum(loaded: readonly Loaded[]): Promise<number> {
  const bytes = await Promise.all(loaded.map((each) => each.bytes));
  return bytes.reduce((all, each) => all + each, 0);
}
