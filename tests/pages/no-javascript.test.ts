// The course as it is read with scripts off: text, code, recordings, answers. In Chromium only (vitest.config.ts):
// when Playwright turns Firefox's scripts off, its style sheets still see `scripting: enabled`.
import { describe } from 'vitest';
import { course } from '../../src/course/course.ts';
import { readerPages } from '../support/built-site.ts';
import { expect, test } from '../support/reader.ts';

const withoutScripts = { javaScriptEnabled: false };

// What an element would bring to life is looked at below.
test.for(readerPages())('%s shows its text', async (path, { open }) => {
  const page = await open(path, withoutScripts);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
  const hidden = await main.locator('h1, h2, h3, h4, p, li, pre').evaluateAll((elements) => {
    const isElsewhere = (element: Element | null): boolean =>
      element !== null &&
      (element.localName.includes('-') ||
        element.matches('nav, details:not([open])') ||
        isElsewhere(element.parentElement));
    return elements
      .filter((element) => !isElsewhere(element) && element.textContent.trim() !== '')
      .filter((element) => !element.checkVisibility())
      .map((element) => element.outerHTML.slice(0, 120));
  });
  expect(hidden).toEqual([]);
});

describe.for(course.lessons)('$title, without JavaScript', (lesson) => {
  test('shows the code of its experiments, what it printed, and its timeline as a table', async ({
    open,
  }) => {
    const page = await open(lesson.href, withoutScripts);
    for (const { title, files, recording } of lesson.experiments) {
      const experiment = page.getByRole('region', { name: title, exact: true });
      for (const text of Object.values(files)) {
        const [firstLine = ''] = text.split('\n');
        await expect(experiment.getByText(firstLine, { exact: true }).first()).toBeVisible();
      }
      const [printed = ''] = (recording?.output[0]?.text ?? 'no recording').split('\n');
      await expect(experiment.getByRole('log').getByText(printed).first()).toBeVisible();
      await experiment.getByText('The same as a table').click();
      await expect(experiment.getByRole('table', { name: /What happened when/ })).toBeVisible();
      await expect(experiment.getByRole('button', { name: 'Run' })).toBeHidden();
    }
  });

  test('has the answers of its questions in disclosures', async ({ open }) => {
    const page = await open(lesson.href, withoutScripts);
    const answers = page.locator('details', { has: page.getByText('Answer and explanations') });
    await expect(answers).toHaveCount(lesson.questions.length);
    await expect(page.getByRole('button', { name: 'Check answer' })).toHaveCount(0);
    for (const answer of await answers.all()) {
      await answer.getByText('Answer and explanations').click();
      await expect(answer.getByText('right', { exact: true }).first()).toBeVisible();
    }
  });
});

test('the scratchpad speaks of no recording, for it has none', async ({ open }) => {
  const page = await open('/scratchpad/', withoutScripts);
  await expect(page.getByText('To run it, this page needs JavaScript.')).toBeVisible();
  await expect(page.getByText('recorded')).toHaveCount(0);
  await expect(page.getByText('Nothing has run yet').filter({ visible: true })).toHaveCount(0);
});

test('a section quiz has no button to go on', async ({ open }) => {
  for (const { quizHref } of course.sections) {
    const page = await open(quizHref, withoutScripts);
    await expect(page.getByText('Next question')).toBeHidden();
  }
});

test('a section quiz shows all its questions with their answers', async ({ open }) => {
  for (const { quiz, quizHref } of course.sections) {
    const page = await open(quizHref, withoutScripts);
    await expect(page.getByText('Answer and explanations')).toHaveCount(quiz.length);
  }
});
