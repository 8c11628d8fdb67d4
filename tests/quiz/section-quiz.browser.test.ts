import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/elements/section-quiz.ts';
import { preferences, progress } from '../../src/progress/storage.ts';
import type { Question } from '../../src/quiz/kinds.ts';
import { quizHtml } from './markup.ts';
import { chooseOneQuestion, predictOutputQuestion } from './questions.ts';

const second: Question = {
  ...chooseOneQuestion,
  id: 'who-waits-on-two-loops',
  prompt: 'There are two threads now. Who waits?',
};
const quiz = [chooseOneQuestion, second, predictOutputQuestion];

const next = page.getByRole('button', { name: 'Next question' });
const seeResult = page.getByRole('button', { name: 'See the result' });
const shown = () => page.getByRole('group', { name: /waits|print/ }).elements().length;
const score = () => document.querySelector('.score')?.textContent;

async function choose(text: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${text}`) }).click();
  await page.getByRole('button', { name: 'Check answer' }).click();
}
async function predict(text: string): Promise<void> {
  await page.getByRole('textbox').fill(text);
  await page.getByRole('button', { name: 'Check answer' }).click();
}
const listed = (part: string) =>
  [...document.querySelectorAll<HTMLElement>(`.${part} li`)]
    .filter(({ hidden }) => !hidden)
    .map(({ textContent }) => textContent);

beforeEach(() => {
  progress.add({ type: 'erased' });
  preferences.choose('quiz-view', 'one');
});

test('one question at a time, a result that names the ideas held, and a retry of what was missed', async () => {
  document.body.innerHTML = quizHtml(quiz);
  expect(shown()).toBe(1);
  await choose('Only the user');
  // A second try does not change the result: the explanation has told the answer.
  await choose('Everybody');
  await next.click();
  await choose('Everybody');
  await next.click();
  expect(document.querySelector('.next')).toHaveProperty('hidden', true);
  await predict('tick\ndone');
  await seeResult.click();

  await expect.element(page.getByRole('heading', { name: 'Result' })).toHaveFocus();
  expect(shown()).toBe(0);
  expect(score()).toBe('1 of 3 right at the first answer.');
  expect(listed('ideas')).toEqual(['only-that-user-waits', 'a-timer-interrupts']);
  expect(listed('missed')).toEqual([chooseOneQuestion.prompt, predictOutputQuestion.prompt]);

  await page.getByRole('button', { name: 'Ask again what I missed (2)' }).click();
  expect(shown()).toBe(1);
  await choose('Everybody');
  await next.click();
  await predict('done\ntick');
  await seeResult.click();
  expect(score()).toBe(
    '2 of 2 right at the first answer. The other 1 you had answered right before.',
  );
  expect(listed('ideas')).toEqual([]);
});

test('all on a page, and the choice holds', async () => {
  document.body.innerHTML = quizHtml(quiz);
  await page.getByRole('radio', { name: 'all on a page' }).click();
  expect(shown()).toBe(3);
  expect(preferences.value['quiz-view']).toBe('all');
  document.body.innerHTML = quizHtml(quiz);
  expect(shown()).toBe(3);
  await expect.element(page.getByRole('radio', { name: 'all on a page' })).toBeChecked();
});

test('the trail tells how each question was answered, and leads to it', async () => {
  document.body.innerHTML = quizHtml(quiz);
  await choose('Only the user');
  await expect.element(page.getByRole('button', { name: 'Question 1, missed' })).toBeVisible();
  await page.getByRole('button', { name: 'Question 3' }).click();
  await expect.element(page.getByRole('textbox')).toHaveFocus();
  await expect
    .element(page.getByRole('button', { name: 'Question 3' }))
    .toHaveAttribute('aria-current', 'step');
});

test('what was answered right before is not asked again, what was changed since is', async () => {
  for (const { id, revision } of quiz)
    progress.add({
      type: 'question-answered',
      question: id,
      revision,
      correct: id !== second.id,
      misconceptions: [],
    });
  document.body.innerHTML = quizHtml([{ ...chooseOneQuestion, revision: 2 }, ...quiz.slice(1)]);
  await choose('Everybody');
  await next.click();
  await choose('Everybody');
  await seeResult.click();
  expect(score()).toBe(
    '2 of 2 right at the first answer. The other 1 you had answered right before.',
  );
});

test('a quiz of which all was right shows that, and asks all again if the reader wants', async () => {
  for (const { id, revision } of quiz)
    progress.add({
      type: 'question-answered',
      question: id,
      revision,
      correct: true,
      misconceptions: [],
    });
  document.body.innerHTML = quizHtml(quiz);
  expect(score()).toBe('You have answered all 3 questions right.');
  await page.getByRole('button', { name: 'Ask all again' }).click();
  expect(shown()).toBe(1);
  await expect
    .element(page.getByRole('button', { name: 'Question 2' }))
    .not.toHaveTextContent('right');
});
