import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/elements/section-quiz.ts';
import { preferences, progress } from '../../src/progress/storage.ts';
import type { Question } from '../../src/quiz/kinds.ts';
import { quizHtml, write } from './markup.ts';
import { chooseOneQuestion, predictOutputQuestion } from './questions.ts';

const second: Question = {
  ...chooseOneQuestion,
  id: 'who-waits-on-two-loops',
  prompt: 'There are two threads now. Who waits?',
};
const quiz = [chooseOneQuestion, second, predictOutputQuestion];

const shown = () => page.getByRole('group', { name: /waits|print/ }).elements().length;
const score = () => document.querySelector('.score')?.textContent;

// Ways through a quiz are long. That real clicks and keys arrive is a matter of the tests of one question.
const click = (role: 'button' | 'radio', name: string | RegExp) =>
  page
    .getByRole(role, { name })
    .element()
    .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
const next = () => click('button', 'Next question');
const seeResult = () => click('button', 'See the result');
/** Checking is loaded with the first answer of a page, so that its result comes a moment later. */
async function check(): Promise<void> {
  const answered = new Promise((resolve) =>
    document.addEventListener('question-answered', resolve, { once: true }),
  );
  click('button', 'Check answer');
  await answered;
}
async function choose(text: string): Promise<void> {
  click('radio', new RegExp(`^${text}`));
  await check();
}
async function predict(text: string): Promise<void> {
  write(text);
  await check();
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
  next();
  await choose('Everybody');
  next();
  expect(document.querySelector('.next')).toHaveProperty('hidden', true);
  await predict('tick\ndone');
  seeResult();

  await expect.element(page.getByRole('region', { name: 'Result' })).toHaveFocus();
  expect(shown()).toBe(0);
  expect(score()).toBe('1 of 3 right at the first answer.');
  expect(listed('ideas')).toEqual(['only-that-user-waits', 'a-timer-interrupts']);
  expect(listed('missed')).toEqual([chooseOneQuestion.prompt, predictOutputQuestion.prompt]);

  click('button', 'Ask again what I missed (2)');
  expect(shown()).toBe(1);
  await choose('Everybody');
  next();
  await predict('done\ntick');
  seeResult();
  expect(score()).toBe(
    '2 of 2 right at the first answer. The other 1 you had answered right before.',
  );
  expect(listed('ideas')).toEqual([]);
});

test('all on a page, and the choice holds', async () => {
  document.body.innerHTML = quizHtml(quiz);
  click('radio', 'all on a page');
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
  click('button', 'Question 3');
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
  next();
  await choose('Everybody');
  seeResult();
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
  click('button', 'Ask all again');
  expect(shown()).toBe(1);
  await expect
    .element(page.getByRole('button', { name: 'Question 2' }))
    .not.toHaveTextContent('right');
});
