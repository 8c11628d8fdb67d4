/**
 * Takes the picture of the README, `.github/lesson.png`: the bench of the first lesson after a run.
 * `npm run picture`.
 */
import { mkdirSync } from 'node:fs';
import { chromium as playwright } from 'playwright';
import { chromium } from '../tests/support/browsers.ts';
import { serveBuiltSite } from '../tests/support/built-site.ts';

const file = '.github/lesson.png';

const site = await serveBuiltSite();
const browser = await playwright.launch({ ...chromium(), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({
    baseURL: site.origin,
    viewport: { width: 1440, height: 1180 },
    reducedMotion: 'reduce',
  });
  await page.goto('/the-question/the-slow-view/');
  const experiment = page.getByRole('region', { name: 'One slow view, one loop' });
  await experiment.getByRole('spinbutton').fill('15');
  await experiment.getByRole('button', { name: 'Predict', exact: true }).click();
  await experiment.getByRole('button', { name: 'Run', exact: true }).click();
  await experiment.getByText(/^Finished after/).waitFor();
  await experiment.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  mkdirSync('.github', { recursive: true });
  await page.screenshot({ path: file });
  console.log(file);
} finally {
  await browser.close();
  await site.stop();
}
