/**
 * Takes pictures of the built pages, to look at them as a reader would: `npm run look [-- <path> …]`.
 * Without a path it takes all pages. They go to `.look/`, named after page, width and theme.
 * Build first.
 */
import { mkdirSync } from 'node:fs';
import { chromium as playwright } from 'playwright';
import { chromium } from '../tests/support/browsers.ts';
import { builtPages, serveBuiltSite } from '../tests/support/built-site.ts';

const widths = [1440, 1024, 390];
const themes = ['light', 'dark'] as const;
const folder = '.look';

const paths = process.argv.slice(2);
const site = await serveBuiltSite();
const browser = await playwright.launch({ ...chromium(), args: ['--no-sandbox'] });
mkdirSync(folder, { recursive: true });
try {
  for (const path of paths.length > 0 ? paths : builtPages()) {
    for (const colorScheme of themes) {
      const page = await browser.newPage({ baseURL: site.origin, colorScheme });
      await page.goto(path, { waitUntil: 'networkidle' });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const name = path.replace(/^\/|\/$|\.html$/g, '').replaceAll('/', '_') || 'home';
        const file = `${folder}/${name}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: file, fullPage: true });
        console.log(file);
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await site.stop();
}
