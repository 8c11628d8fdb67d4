import { chromium as playwright } from 'playwright';
import { axeFaults } from '../tests/support/axe.ts';
import { chromium } from '../tests/support/browsers.ts';
import { serveBuiltSite } from '../tests/support/built-site.ts';

const site = await serveBuiltSite();
const browser = await playwright.launch({ ...chromium(), args: ['--no-sandbox'] });
const page = await browser.newPage({
  baseURL: site.origin,
  viewport: { width: 1440, height: 1000 },
});
page.on('console', (m) => console.log(m.type(), m.text()));
await page.goto('/decide/', { waitUntil: 'networkidle' });
console.log(await axeFaults(page));
await page.goto('/in-production/the-decision-guide/', { waitUntil: 'networkidle' });
await page.getByRole('button', { name: 'Show it' }).first().click();
await page.locator('section.experiment').first().screenshot({ path: '.look/exp.png' });
await browser.close();
await site.stop();
