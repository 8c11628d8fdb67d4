// What holds for every page of the built site, whatever is on it.
import { describe, expect } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { readerPages } from '../support/built-site.ts';
import { test } from '../support/reader.ts';
import { scriptWeights } from '../support/script-weight.ts';

/** Bytes of gzip that a page may load before the reader does anything. */
const scriptBudgetBytes = 30_000;
const narrow = { width: 320, height: 640 };

test('axe finds a fault', async ({ open }) => {
  const page = await open('/');
  await page.evaluate(() => document.documentElement.removeAttribute('lang'));
  expect(await axeFaults(page)).toContainEqual(expect.stringContaining('html-has-lang'));
});

describe.for(readerPages())('%s', (path) => {
  test('loads little JavaScript, without trouble, isolated from other origins', async ({
    open,
  }) => {
    const page = await open(path);
    await page.waitForLoadState('networkidle');
    const weights = await scriptWeights(page);
    const sum = Object.values(weights).reduce((a, b) => a + b, 0);
    expect(sum, JSON.stringify(weights, null, 1)).toBeLessThanOrEqual(scriptBudgetBytes);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no accessibility fault that axe finds, ${colorScheme}`, async ({ open }) => {
      const page = await open(path, { colorScheme });
      expect(await axeFaults(page)).toEqual([]);
      await page.setViewportSize(narrow);
      expect(await axeFaults(page)).toEqual([]);
    });
  }

  test('fits 320 px without scrolling sideways', async ({ open }) => {
    const page = await open(path, { viewport: narrow });
    const wide = await page.evaluate(() => {
      const root = document.documentElement;
      if (root.scrollWidth <= root.clientWidth) return [];
      return [...document.body.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > root.clientWidth)
        .map((element) => element.outerHTML.slice(0, 120));
    });
    expect(wide).toEqual([]);
  });

  test('stands still for who asked for less motion', async ({ open }) => {
    const page = await open(path, { reducedMotion: 'reduce' });
    const moving = await page.evaluate(() => {
      const seconds = (list: string) => Math.max(...list.split(',').map(Number.parseFloat));
      return [document.documentElement, ...document.body.querySelectorAll('*')]
        .filter((element) => {
          const style = getComputedStyle(element);
          const animated =
            style.animationName !== 'none' && seconds(style.animationDuration) > 0.01;
          const eased = seconds(style.transitionDuration) > 0.01;
          return animated || eased || style.scrollBehavior === 'smooth';
        })
        .map((element) => element.outerHTML.slice(0, 120));
    });
    expect(moving).toEqual([]);
  });
});
