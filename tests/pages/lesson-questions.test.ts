// Questions in a lesson: answered wrong, answered right, and the links that they give.
import { describe } from 'vitest';
import { course } from '../../src/course/course.ts';
import { questionForm } from '../support/question-form.ts';
import { expect, test } from '../support/reader.ts';

const questions = course.lessons.flatMap((lesson) =>
  lesson.questions.map((question) => ({ question, id: question.id, href: lesson.href })),
);

describe.for(questions)('$id', ({ question, href }) => {
  test('says why an answer is wrong, and where to read, then takes the right one', async ({
    open,
  }) => {
    const page = await open(href);
    const { check, feedback, answerWrong, answerRight } = questionForm(page, question);
    await answerWrong();
    await check.click();
    await expect(feedback).toContainText('Not quite.');
    const link = feedback.getByRole('link').first();
    const target = new URL((await link.getAttribute('href')) ?? '', page.url());
    await link.click();
    await expect(page).toHaveURL(target.href);
    await expect(page.locator(target.hash)).toBeInViewport();

    await answerRight();
    await check.click();
    await expect(feedback).toContainText('Right.');
    await expect(feedback).not.toContainText('Not quite.');
  });

  test('asks for an answer where there is none', async ({ open }) => {
    const { check, feedback } = questionForm(await open(href), question);
    await check.click();
    await expect(feedback).toHaveText('Answer first, then check.');
  });
});
