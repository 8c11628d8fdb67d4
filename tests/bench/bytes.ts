/**
 * What a reader's browser loads of scripts: with the lesson, and when Run is pressed for the first time. The first run
 * also loads the timeline, which is drawn while it goes on.
 */
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright';
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
      const before = await sum(loaded.taken());
      await page.getByRole('button', { name: 'Run', exact: true }).first().click();
      await page
        .getByText(/^Finished/)
        .first()
        .waitFor();
      const atRun = loaded.taken();
      loaded.ignoreRest();
      const weightOf = (part: RegExp) => sum(atRun.filter(({ url }) => part.test(url)));
      const document = await weightOf(/\/sandbox\/browser\.html/);
      const shelf = await weightOf(/\/sandbox\/shelf\//);
      const pageSide = await weightOf(/\/engine\.[^/]*\.js/);
      const row = (what: string, bytes: number): Row => ({
        what: `${what}, gzip`,
        unit: 'kB',
        samples: [bytes / 1000],
      });
      return [
        row('scripts of a lesson before a click', before),
        {
          ...row('the engine: the sandbox’s document', document),
          aim: { words: '≤ 60 kB', isMet: document <= 60_000 },
        },
        row('the page’s side of it', pageSide),
        row('what the program needs besides, from the shelf', shelf),
        row('all that the first Run of an unedited program loads', await sum(atRun)),
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

/** Scripts, and the sandbox's document, which is one. What the offline copy fetches later is nobody's waiting. */
function watchScripts(page: Page) {
  const loaded: Loaded[] = [];
  const take = (response: Response) => {
    const url = response.url();
    const isKnown = loaded.some((each) => each.url === url);
    if (isKnown || !/\/sandbox\/|\.js(\?|$)/.test(url)) return;
    loaded.push({ url, bytes: response.body().then((body) => gzipSync(body).length) });
  };
  page.on('response', take);
  return {
    taken: () => loaded.splice(0),
    ignoreRest: () => void page.off('response', take),
  };
}

async function sum(loaded: readonly Loaded[]): Promise<number> {
  const bytes = await Promise.all(loaded.map((each) => each.bytes));
  return bytes.reduce((all, each) => all + each, 0);
}
