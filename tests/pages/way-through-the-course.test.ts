// What the site remembers of the way: what was read, where to go on, and the colours to read in.
import { describe } from 'vitest';
import { course } from '../../src/course/course.ts';
import { questionForm } from '../support/question-form.ts';
import { expect, test } from '../support/reader.ts';

const [section] = course.sections;
const [lesson] = course.lessons;
if (!section || !lesson) throw new Error('The course has no lesson');

describe('home', () => {
  test('offers the first lesson to who is new, and the next thing to who was here', async ({
    open,
  }) => {
    const page = await open('/');
    await page.getByRole('link', { name: /^Start with lesson/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson.title);

    await page.getByRole('link', { name: /^Next/ }).scrollIntoViewIfNeeded();
    const tree = page.getByRole('navigation', { name: 'Course', exact: true });
    await expect(tree.getByRole('link', { name: lesson.title })).toContainText('read');

    await page.goto('/');
    const next = page.getByRole('link', { name: /^Go on where you were/ });
    await expect(next).toHaveAttribute('href', course.lessons[1]?.href ?? section.quizHref);
    const map = page.getByRole('listitem').filter({ hasText: section.title });
    await expect(map.getByRole('link', { name: lesson.title }).first()).toContainText('read');
  });
});

test('a quiz that is answered is marked as done in the tree', async ({ open }) => {
  const page = await open(section.quizHref);
  const link = page
    .getByRole('navigation', { name: 'Course', exact: true })
    .getByRole('link', { name: 'Section quiz' })
    .first();
  await page.getByRole('radio', { name: 'all on a page' }).check();
  for (const [index, question] of section.quiz.entries()) {
    const { answerRight, check, feedback } = questionForm(page, question);
    await answerRight();
    if (index === section.quiz.length - 1) await expect(link).not.toContainText('done');
    await check.click();
    await expect(feedback).toContainText('Right.');
  }
  await expect(link).toContainText('done');
});

test('a chosen theme holds on every page, before the first paint', async ({ open }) => {
  const page = await open('/', { colorScheme: 'light' });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByLabel('Theme').selectOption('dark');
  expect(await ground()).not.toBe(light);

  // Without the page's modules only the inline script can have set it.
  await page.route(/\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto('/about/', { waitUntil: 'domcontentloaded' });
  expect(await ground()).not.toBe(light);
  await page.unroute(/\.js$/);

  await page.goto('/about/');
  await page.getByLabel('Theme').selectOption('auto');
  expect(await ground()).toBe(light);
});
