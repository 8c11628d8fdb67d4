import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';

/** Bytes of gzip a script, by its address; inline scripts are `inline 1`, `inline 2` … */
export type ScriptWeights = Readonly<Record<string, number>>;

/** What JavaScript a page loaded so far, workers and preloads included, as the browser's own record tells. */
export async function scriptWeights(page: Page): Promise<ScriptWeights> {
  const { loaded, inline } = await page.evaluate(() => ({
    loaded: performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.startsWith(location.origin)),
    inline: [...document.scripts]
      .filter(({ src, type }) => src === '' && /^(|module|text\/javascript)$/.test(type))
      .map(({ textContent }) => textContent),
  }));
  const weights: Record<string, number> = {};
  for (const url of new Set(loaded)) {
    const response = await fetch(url);
    if (!response.headers.get('content-type')?.includes('javascript')) continue;
    weights[new URL(url).pathname] = gzipSync(await response.text()).length;
  }
  for (const [index, text] of inline.entries()) {
    weights[`inline ${index + 1}`] = gzipSync(text).length;
  }
  return weights;
}
