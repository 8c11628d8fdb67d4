// A section quiz from the first question to the result.
import type { Page } from 'playwright';
import { describe } from 'vitest';
import { course } from '../../src/course/course.ts';
import type { Question } from '../../src/quiz/kinds.ts';
import { questionForm } from '../support/question-form.ts';
import { expect, test } from '../support/reader.ts';

/** Answers what is asked now, one question at a time, until the result is there. */
async function answerAll(
  page: Page,
  questions: readonly Question[],
  isRight: (index: number) => boolean,
) {
  for (const [index, question] of questions.entries()) {
    const { form, check, feedback, answerRight, answerWrong } = questionForm(page, question);
    await expect(form).toBeVisible();
    await (isRight(index) ? answerRight() : answerWrong());
    await check.click();
    await expect(feedback).toContainText(isRight(index) ? 'Right.' : 'Not quite.');
    const last = index === questions.length - 1;
    await page.getByRole('button', { name: last ? 'See the result' : 'Next question' }).click();
  }
}

describe.for(course.sections)('the quiz of $title', ({ quiz, quizHref }) => {
  test('asks one question after the other, and again what was missed', async ({ open }) => {
    const page = await open(quizHref);
    await answerAll(page, quiz, (index) => index > 1);
    const result = page.getByRole('region', { name: 'Result' });
    await expect(result).toBeFocused();
    await expect(result).toContainText(
      `${quiz.length - 2} of ${quiz.length} right at the first answer.`,
    );
    await expect(result.getByRole('listitem').filter({ hasText: /Read:/ }).first()).toBeVisible();

    await result.getByRole('button', { name: 'Ask again what I missed (2)' }).click();
    await answerAll(page, quiz.slice(0, 2), () => true);
    await expect(result).toContainText('2 of 2 right at the first answer.');
    await expect(result.getByRole('button', { name: /what I missed/ })).toBeHidden();

    await page.reload();
    await expect(result).toContainText(`all ${quiz.length} questions right`);
  });

  test('shows all questions on a page for who would rather', async ({ open }) => {
    const page = await open(quizHref);
    await expect(page.getByRole('button', { name: 'Check answer' })).toHaveCount(1);
    await page.getByRole('radio', { name: 'all on a page' }).check();
    await expect(page.getByRole('button', { name: 'Check answer' })).toHaveCount(quiz.length);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Check answer' })).toHaveCount(quiz.length);
  });
});
