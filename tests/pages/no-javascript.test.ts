// The course as it is read with scripts off: text, code, recordings, answers.
import { describe } from 'vitest';
import { course } from '../../src/course/course.ts';
import { expect, test } from '../support/reader.ts';

const withoutScripts = { javaScriptEnabled: false };

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
      await expect(experiment.getByText(printed).first()).toBeVisible();
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

test('a section quiz shows all its questions with their answers', async ({ open }) => {
  for (const { quiz, quizHref } of course.sections) {
    const page = await open(quizHref, withoutScripts);
    await expect(page.getByText('Answer and explanations')).toHaveCount(quiz.length);
  }
});
