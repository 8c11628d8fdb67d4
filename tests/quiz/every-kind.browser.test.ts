/** Every kind of question, answered as readers answer it: by keyboard alone, by pointer, wrongly and again. */
import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { OrderList } from '../../src/elements/order-list.ts';
import { QuizQuestion } from '../../src/elements/quiz-question.ts';
import { attemptsAt } from '../../src/progress/progress.ts';
import { progress } from '../../src/progress/storage.ts';
import type { Question } from '../../src/quiz/kinds.ts';
import { questionHtml } from './markup.ts';
import {
  chooseManyQuestion,
  estimateNumberQuestion,
  examples,
  orderEventsQuestion,
  whichLineQuestion,
} from './questions.ts';

const check = page.getByRole('button', { name: 'Check answer' });
const said = () => page.getByRole('status').element().textContent?.replaceAll(/\s+/g, ' ');
const attempts = (question: Question) => attemptsAt(progress.value, question.id, 1);

function show(question: Question): QuizQuestion {
  document.body.innerHTML = `<main>${questionHtml(question)}</main>`;
  const element = document.querySelector('quiz-question');
  if (!(element instanceof QuizQuestion)) throw new Error('No question is shown');
  return element;
}

beforeEach(() => {
  progress.add({ type: 'erased' });
});

test.each(examples)('$kind is accessible before and after an answer', async (question) => {
  show(question);
  document.documentElement.lang = 'en';
  const violations = async () =>
    (await axe.run(document.body, { rules: { region: { enabled: false } } })).violations.map(
      ({ id }) => id,
    );
  expect(await violations()).toEqual([]);
  await check.click();
  await expect.poll(said).not.toBe('');
  expect(await violations()).toEqual([]);
});

test('choose many: what was missed and what was too much is marked beside the options', async () => {
  show(chooseManyQuestion);
  await page.getByRole('checkbox', { name: 'a then b' }).click();
  await page.getByRole('checkbox', { name: /^a then a/ }).click();
  await check.click();
  await expect.poll(said).toMatch(/Not quite.*1 more is right, and 1 that you chose is not/);
  await expect.element(page.getByRole('checkbox', { name: /b then a ?this too/ })).toBeVisible();
  await expect.element(page.getByRole('checkbox', { name: /a then a ?not this/ })).toBeVisible();
  // Each explanation says which option it is about; what they all refer to is said once.
  expect(said()).toMatch(
    /a then b.*falls on this side.*b then a.*on this side.*a then a.*in the list once/,
  );
  expect(document.querySelectorAll('.feedback a')).toHaveLength(2);
  expect(attempts(chooseManyQuestion)).toMatchObject([
    { correct: false, misconceptions: ['async-means-parallel'] },
  ]);

  await page.getByRole('checkbox', { name: /^b then a/ }).click();
  await page.getByRole('checkbox', { name: /^a then a/ }).click();
  await check.click();
  await expect.poll(said).toMatch(/Right/);
});

describe('order events', () => {
  const order = () =>
    [...document.querySelectorAll('order-list .event')].map((each) => each.textContent?.trim());

  /** Moves an event to its place by the buttons alone. */
  async function moveBy(press: (name: string) => Promise<void>): Promise<void> {
    const wanted = ['the script', 'the promise', 'the timer'];
    for (const [place, text] of wanted.entries())
      while (order().indexOf(text) > place) await press(`Move ${text} earlier`);
  }

  test('by keyboard alone: the focus stays on the button, and the place is told', async () => {
    show(orderEventsQuestion);
    await expect
      .element(page.getByRole('button', { name: 'Move the script earlier' }))
      .toBeVisible();
    await moveBy(async (name) => {
      const button = page.getByRole('button', { name });
      button.element().focus();
      await userEvent.keyboard('{Enter}');
      await expect.element(button).toHaveFocus();
    });
    expect(document.querySelector('[aria-live="polite"]')?.textContent).toMatch(/now \d of 3/);
    await check.click();
    await expect.poll(said).toMatch(/Right.*script runs to its end/);
  });

  test('at the ends there is nowhere to go, and no focus is lost', async () => {
    show(orderEventsQuestion);
    const [first = ''] = order();
    const button = page.getByRole('button', { name: `Move ${first} earlier` });
    await expect.element(button).toHaveAttribute('aria-disabled', 'true');
    button.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button).toHaveFocus();
    expect(order()[0]).toBe(first);
  });

  test('by dragging: an event goes where the pointer is', async () => {
    show(orderEventsQuestion);
    await customElements.whenDefined('order-list');
    const [first, , last] = order();
    const items = [...document.querySelectorAll('order-list li')];
    const handle = items[0]?.querySelector('.handle');
    const { left, bottom } = items[2]?.getBoundingClientRect() ?? { left: 0, bottom: 0 };
    const at = (type: string, clientY: number) =>
      handle?.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerId: 1,
          clientX: left + 5,
          clientY,
          cancelable: true,
        }),
      );
    // A synthesised pointer cannot be captured; the element asks for it all the same.
    if (handle) handle.setPointerCapture = () => {};
    at('pointerdown', items[0]?.getBoundingClientRect().top ?? 0);
    at('pointermove', bottom - 2);
    at('pointerup', bottom - 2);
    expect(order()).toEqual([order()[0], last, first]);
    expect(document.querySelector('.dragged')).toBeNull();
  });

  test('reset puts the events back', async () => {
    const element = show(orderEventsQuestion);
    await customElements.whenDefined('order-list');
    const before = order();
    await page.getByRole('button', { name: `Move ${before[2]} earlier` }).click();
    expect(order()).not.toEqual(before);
    element.reset();
    expect(order()).toEqual(before);
  });

  test('cleans up when it is taken away, and works again when it is put back', async () => {
    show(orderEventsQuestion);
    const list = document.querySelector('order-list');
    if (!(list instanceof OrderList)) throw new Error('No list is shown');
    const parent = list.parentElement;
    list.remove();
    parent?.append(list);
    expect(list.querySelectorAll('button')).toHaveLength(6);
    expect(list.querySelectorAll('[aria-live]')).toHaveLength(1);
  });
});

test('which line: a line is chosen by keyboard, and its mark stands beside it', async () => {
  show(whichLineQuestion);
  const lines = page.getByRole('radio').elements();
  // The empty line is nothing to choose.
  expect(lines).toHaveLength(5);
  await userEvent.tab();
  await userEvent.keyboard(' ');
  await check.click();
  await expect.poll(said).toMatch(/only looks at the clock/);
  await expect.element(page.getByRole('radio', { name: /const end.*not this/ })).toBeVisible();
  await page.getByRole('radio', { name: /^while/ }).click();
  await check.click();
  await expect.poll(said).toMatch(/Right.*nothing else can run/);
});

test('estimate a number: too high is said, and the next try counts', async () => {
  show(estimateNumberQuestion);
  const number = page.getByRole('spinbutton', { name: /Your estimate/ });
  // Firefox's driver puts a second number behind the first one.
  const enter = (value: string) => {
    const input = number.element() as HTMLInputElement;
    input.focus();
    input.value = value;
  };
  await check.click();
  await expect.poll(said).toBe('Answer first, then check.');
  enter('10');
  await check.click();
  await expect.poll(said).toMatch(/too high.*if a timer could interrupt/);
  enter('0');
  await userEvent.keyboard('{Enter}');
  await expect.poll(said).toMatch(/Right/);
  expect(attempts(estimateNumberQuestion).map(({ correct }) => correct)).toEqual([false, true]);
});
