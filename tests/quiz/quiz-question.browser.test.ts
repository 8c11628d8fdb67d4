import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { QuizQuestion } from '../../src/elements/quiz-question.ts';
import { attemptsAt } from '../../src/progress/progress.ts';
import { progress } from '../../src/progress/storage.ts';
import type { Question } from '../../src/quiz/kinds.ts';
import { questionHtml, write } from './markup.ts';
import { chooseOneQuestion, predictOutputQuestion } from './questions.ts';

const check = page.getByRole('button', { name: 'Check answer' });
const feedback = page.getByRole('status');
const option = (text: string) => page.getByRole('radio', { name: new RegExp(`^${text}`) });
const said = () => feedback.element().textContent?.replaceAll(/\s+/g, ' ');

function show(question: Question): QuizQuestion {
  document.body.innerHTML = questionHtml(question);
  const element = document.querySelector('quiz-question');
  if (!(element instanceof QuizQuestion)) throw new Error('No question is shown');
  return element;
}

beforeEach(() => {
  progress.add({ type: 'erased' });
});

describe('choose one', () => {
  test('says at once why an answer is wrong, which idea is behind it, and where to read', async () => {
    show(chooseOneQuestion);
    await option('Only the user').click();
    await check.click();
    await expect.poll(said).toMatch(/Not quite.*The thread is the only one/);
    await expect.poll(said).toMatch(/only-that-user-waits/);
    await expect
      .element(feedback.getByRole('link'))
      .toHaveAttribute('href', '/the-question/the-slow-view/#a-place');
    await expect.element(option('Only the user who asked for it. ?not this')).toBeInTheDocument();
    expect(attemptsAt(progress.value, chooseOneQuestion.id, 1)).toMatchObject([
      { correct: false, misconceptions: ['only-that-user-waits'] },
    ]);
  });

  test('can be tried again', async () => {
    show(chooseOneQuestion);
    await option('Only the user').click();
    await check.click();
    await option('Everybody').click();
    await check.click();
    await expect.poll(said).toMatch(/Right.*runs one callback to its end/);
    expect(said()).not.toMatch(/Not quite/);
    expect(document.querySelectorAll('.options .mark')).toHaveLength(1);
    expect(
      attemptsAt(progress.value, chooseOneQuestion.id, 1).map(({ correct }) => correct),
    ).toEqual([false, true]);
  });

  test('tells no answer and counts none before one is chosen', async () => {
    show(chooseOneQuestion);
    await check.click();
    await expect.poll(said).toBe('Answer first, then check.');
    expect(attemptsAt(progress.value, chooseOneQuestion.id, 1)).toEqual([]);
  });

  test('works by keyboard alone, and leaves the focus where it is', async () => {
    show(chooseOneQuestion);
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await userEvent.keyboard('{ArrowDown}{ArrowUp}');
    await userEvent.tab();
    await expect.element(check).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(said).toMatch(/Right|Not quite/);
    await expect.element(check).toHaveFocus();
  });

  test('reset takes back the answer and all that was said', async () => {
    const element = show(chooseOneQuestion);
    await option('Only the user').click();
    await check.click();
    element.reset();
    expect(said()).toBe('');
    expect(document.querySelectorAll('.mark, :checked')).toHaveLength(0);
    expect(document.querySelectorAll('input')).toHaveLength(3);
  });
});

describe('predict output', () => {
  test('a miss shows line by line what is different, in words', async () => {
    show(predictOutputQuestion);
    await expect.element(page.getByRole('textbox', { name: 'Your prediction' })).toBeVisible();
    write('done\ntock');
    await check.click();
    const rows = [...document.querySelectorAll('.difference tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['It prints', 'You wrote', 'Line by line'],
      ['done', 'done', 'same'],
      ['tick', 'tock', '≠ differs'],
    ]);
    await expect.poll(said).toMatch(/from top to bottom/);
  });

  test('white space is forgiven, and Ctrl+Enter checks', async () => {
    show(predictOutputQuestion);
    write('  done \n\n tick');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(said).toMatch(/Right.*The timer is due/);
  });

  test('letters of the other case are no miss, and are told', async () => {
    show(predictOutputQuestion);
    write('Done\ntick');
    await check.click();
    await expect.poll(said).toMatch(/Right\. ?Only capital and small letters .*The timer is due/);
  });

  test('a slip is known by its output', async () => {
    show(predictOutputQuestion);
    write('tick\ndone');
    await check.click();
    await expect.poll(said).toMatch(/a-timer-interrupts/);
  });
});

describe('what was answered before', () => {
  const standing = () => document.querySelector('.standing')?.textContent;

  test('stands beside the button until it is answered now', async () => {
    show(chooseOneQuestion);
    await option('Everybody').click();
    await check.click();
    expect(standing()).toBe('');
    show(chooseOneQuestion);
    expect(standing()).toBe('answered right before');
  });

  test('does not count for another revision', () => {
    const { id, revision } = chooseOneQuestion;
    const attempt = { question: id, revision, correct: true, misconceptions: [] };
    progress.add({ type: 'question-answered', ...attempt });
    show({ ...chooseOneQuestion, revision: 2 });
    expect(standing()).toBe('');
  });

  test('is no longer listened for once the question is gone', () => {
    const element = show(chooseOneQuestion);
    element.remove();
    const { id, revision } = chooseOneQuestion;
    const attempt = { question: id, revision, correct: false, misconceptions: [] };
    progress.add({ type: 'question-answered', ...attempt });
    expect(element.querySelector('.standing')?.textContent).toBe('');
  });
});
