// After one visit in which the reader has done anything, the course is there without a network.
import { inject } from 'vitest';
import { course } from '../../src/course/course.ts';
import { bench } from '../support/bench.ts';
import { expect, test } from '../support/reader.ts';

const lesson = course.lessons[0];
const experiment = lesson?.experiments[0];
if (!lesson || !experiment) throw new Error('The first lesson has no experiment');

test('the course can be read, edited and run offline once it is kept', async ({ browser }) => {
  // Not by `open`: where requests are watched the browser's own cache is off, which the sandbox's document comes from.
  const context = await browser.newContext({ baseURL: inject('origin') });
  try {
    const page = await context.newPage();
    await page.goto('/');
    const kept = page.getByText('to be read offline');
    await expect(kept).toBeHidden();
    await page.keyboard.press('Tab');
    await expect(kept).toBeVisible({ timeout: 60_000 });

    await context.setOffline(true);
    await page.reload();
    await expect(kept).toBeVisible();
    await page.goto(lesson.href);
    const { write, runToEnd, output } = bench(page, experiment.title);
    await write(experiment.entry, `const answer: number = 6 * 7;\nconsole.log('offline', answer);`);
    await runToEnd();
    await expect(output).toContainText('offline 42');
  } finally {
    await context.close();
  }
});
