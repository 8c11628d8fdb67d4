import axe from 'axe-core';
import type { Page } from 'playwright';

/** What axe finds wrong with a page as it is shown now: a line a fault, with its rule and the element. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source); // not a script element: the page's policy would refuse it
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} (${node.failureSummary})`),
  );
}
