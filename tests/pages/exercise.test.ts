// An exercise, from the task to the check that passes: wrongly first, then with hints, then with the solution.
import type { Page } from 'playwright';
import { course } from '../../src/course/course.ts';
import { bench } from '../support/bench.ts';
import { expect, test } from '../support/reader.ts';

const exercise = course.experiment('give-turns');
const lesson = course.lesson(exercise.lesson);

function desk(page: Page) {
  const all = page.getByRole('region', { name: exercise.title });
  const button = (name: string | RegExp) => all.getByRole('button', { name });
  return {
    all,
    button,
    check: button('Check answer'),
    verdict: all.locator('.verdict'),
    ...bench(page, exercise.title),
  };
}

test('says which checks hold, takes an answer that loops for ever, and is solved by the solution', async ({
  open,
}) => {
  const page = await open(lesson.href);
  const { all, check, verdict, button, tab, write } = desk(page);
  await check.click();
  await expect(verdict).toHaveText('1 of 3 checks pass.');
  await expect(
    all.getByRole('listitem').filter({ hasText: 'without a turn in between' }),
  ).toBeVisible();

  await tab('report.ts').click();
  await write('report.ts', 'export function report() { for (;;); }');
  await check.click();
  await button('Stop the check').click();
  await expect(verdict).toHaveText('Stopped before the check was over.');

  await button('Show solution').click();
  const solution = all.getByRole('region', { name: 'Solution' });
  await expect(solution).toContainText('− export function report() { for (;;); }');
  await expect(solution).toContainText('+ export async function report(');
  await button('Put it into the editor').click();
  const selected = all.getByRole('tab', { selected: true });
  await expect(selected).toHaveText(/report\.ts$/);
  await expect(selected).toBeInViewport();
  await expect(button('Take my version back')).toBeFocused();
  await check.click();
  await expect(verdict).toHaveText('Solved: 3 of 3 checks pass.');

  await page.reload();
  await expect(all).toContainText('solved');
  await page.goto('/progress/');
  const row = page.getByRole('row', { name: new RegExp(lesson.title) });
  await expect(row.getByRole('cell').nth(2)).toHaveText('yes');
});

test('what does not even start says why', async ({ open }) => {
  const page = await open(lesson.href);
  const { all, check, verdict, tab, write } = desk(page);
  await tab('report.ts').click();
  await write('report.ts', 'export const report = ;');
  await check.click();
  await expect(verdict).toContainText('ended before the check was over');
  await expect(all.getByText('SyntaxError')).toBeVisible();
});

test('gives hints one at a time, by keyboard, and then no more', async ({ open }) => {
  const page = await open(lesson.href);
  const { all, button } = desk(page);
  const hints = exercise.exercise?.hints.length ?? 0;
  await button(`Give me a hint (${hints})`).focus();
  for (let left = hints - 1; left >= 0; left--) {
    await page.keyboard.press('Enter');
    await expect(all.locator('.hints li:visible')).toHaveCount(hints - left);
    await expect(all.locator('.hints li:visible').last()).toBeFocused();
    await button(left > 0 ? `Next hint (${left} left)` : 'No more hints').focus();
  }
});
