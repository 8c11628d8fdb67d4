import { chromium as playwright } from 'playwright';
import { chromium } from '../tests/support/browsers.ts';
import { serveBuiltSite } from '../tests/support/built-site.ts';
const site = await serveBuiltSite(); const b = await playwright.launch({ ...chromium(), args: ['--no-sandbox'] });
for (const width of [1440, 390]) {
  const p = await b.newPage({ baseURL: site.origin, colorScheme: width === 390 ? 'dark' : 'light', viewport: { width, height: 900 } });
  p.on('console', (m) => console.log('console', m.text()));
  p.on('pageerror', (m) => console.log('pageerror', m.message));
  await p.goto('/failure-and-load/retry-well/', { waitUntil: 'networkidle' });
  const panel = p.locator('run-panel').first();
  if (width === 1440) {
    await panel.getByRole('spinbutton').fill('20');
    await panel.getByRole('button', { name: 'Predict', exact: true }).click();
    await panel.getByRole('button', { name: 'Run', exact: true }).click();
    await p.waitForTimeout(9000);
  } else await panel.getByRole('button', { name: 'Show it' }).click();
  await p.waitForTimeout(600);
  await panel.screenshot({ path: `/tmp/panel-${width}.png` });
  const second = p.locator('run-panel').nth(width === 1440 ? 2 : 2);
  console.log(await p.locator('run-panel').count());
  await second.getByRole('button', { name: 'Show it' }).click().catch(() => {});
  await p.waitForTimeout(400);
  await second.screenshot({ path: `/tmp/pay-${width}.png` });
}
await b.close(); await site.stop();
