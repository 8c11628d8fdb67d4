// On paper: everything that can be read, and nothing that can only be pressed.
import type { Page } from 'playwright';
import { describe } from 'vitest';
import { course } from '../../src/course/course.ts';
import { expect, test } from '../support/reader.ts';

/** The page as a printer gets it, once its elements are alive. */
async function print(page: Page, element: string): Promise<void> {
  await page.waitForFunction((name) => customElements.get(name) !== undefined, element);
  await page.emulateMedia({ media: 'print' });
}

const buttons = (page: Page) => page.getByRole('main').getByRole('button');

describe.for(course.lessons)('$title, printed', (lesson) => {
  test('has its recordings uncovered, and no buttons', async ({ open }) => {
    const page = await open(lesson.href);
    await print(page, 'run-panel');
    for (const { title, recording } of lesson.experiments) {
      const experiment = page.getByRole('region', { name: title, exact: true });
      const [printed = ''] = (recording?.output[0]?.text ?? 'no recording').split('\n');
      await expect(experiment.getByRole('log').getByText(printed).first()).toBeVisible();
      await expect(experiment.getByRole('img').first()).toBeVisible();
      await expect(experiment.getByText('The recording is covered')).toBeHidden();
    }
    await expect(buttons(page)).toHaveCount(0);
  });
});

describe.for(course.sections)('the quiz of $title, printed', ({ quiz, quizHref }) => {
  test('has all its questions, and no buttons', async ({ open }) => {
    const page = await open(quizHref);
    await print(page, 'section-quiz');
    await expect(page.getByText(/^Question \d+ of \d+$/)).toHaveCount(quiz.length);
    for (const label of await page.getByText(/^Question \d+ of \d+$/).all()) {
      await expect(label).toBeVisible();
    }
    await expect(buttons(page)).toHaveCount(0);
  });
});
