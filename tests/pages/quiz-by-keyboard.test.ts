// The quizzes of the course with nothing but a keyboard: each kind of question answered, checked and left.
import type { Locator, Page } from 'playwright';
import { course } from '../../src/course/course.ts';
import { kinds, type Question } from '../../src/quiz/kinds.ts';
import { questionForm } from '../support/question-form.ts';
import { expect, test } from '../support/reader.ts';

const [section] = course.sections;
const estimate = course.questions.find(({ question }) => question.kind === 'estimate-number');
if (!section || !estimate) throw new Error('The course has no quiz');

/** Goes on by Tab until the focus is there; nothing else brings it there. */
async function tabTo(page: Page, place: Locator, key = 'Tab'): Promise<void> {
  await expect(place).toBeVisible();
  for (let presses = 0; presses < 150; presses++) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`No Tab leads to ${place}`);
}

/** One Tab stop for the whole group; the arrow keys lead to its members. */
async function chooseByArrows(page: Page, radios: Locator, wanted: Locator): Promise<void> {
  const count = await radios.count();
  await tabTo(page, radios.first());
  await page.keyboard.press('Space');
  for (let presses = 0; presses < count && !(await wanted.isChecked()); presses++)
    await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
}

async function answerByKeyboard(page: Page, question: Question): Promise<void> {
  const { form, check } = questionForm(page, question);
  switch (question.kind) {
    case 'choose-one':
    case 'which-line': {
      const right =
        question.kind === 'choose-one'
          ? question.options.findIndex(({ correct }) => correct)
          : lineNumber(question);
      const radios = form.getByRole('radio');
      await chooseByArrows(page, radios, form.locator(`input[type=radio][value="${right}"]`));
      break;
    }
    case 'choose-many':
      for (const [index, { correct }] of question.options.entries()) {
        if (!correct) continue;
        // Shuffled: the next one may stand before this one.
        const box = form.locator(`input[type=checkbox][value="${index}"]`);
        await tabTo(page, form.getByRole('checkbox').first(), 'Shift+Tab');
        await tabTo(page, box);
        await page.keyboard.press('Space');
        await expect(box).toBeChecked();
      }
      break;
    case 'predict-output':
      await tabTo(page, form.getByRole('textbox'));
      await page.keyboard.insertText(question.answers[0] ?? '');
      break;
    case 'order-events':
      for (const [place, { id }] of question.events.entries()) {
        const item = form
          .getByRole('listitem')
          .filter({ has: page.locator(`input[value="${id}"]`) });
        const earlier = item.getByRole('button', { name: /earlier$/ });
        const isInPlace = () =>
          form.getByRole('listitem').nth(place).locator(`input[value="${id}"]`).count();
        if (await isInPlace()) continue;
        await tabTo(page, form.getByRole('button', { name: /earlier$/ }).first(), 'Shift+Tab');
        await tabTo(page, earlier);
        for (let moves = 0; moves < 8 && !(await isInPlace()); moves++)
          await page.keyboard.press('Enter');
      }
      break;
    case 'estimate-number':
      await tabTo(page, form.getByRole('spinbutton'));
      await page.keyboard.insertText(String(question.answer));
      break;
    case 'fix-code':
      await tabTo(page, form.getByRole('button', { name: 'Show solution' }));
      await page.keyboard.press('Enter');
      await tabTo(page, form.getByRole('button', { name: 'Put it into the editor' }));
      await page.keyboard.press('Enter');
      // The check stands above the solution.
      await tabTo(page, check, 'Shift+Tab');
      await page.keyboard.press('Enter');
      return;
  }
  await tabTo(page, check);
  await page.keyboard.press('Enter');
}

function lineNumber({ lines, program, code = '' }: Extract<Question, { kind: 'which-line' }>) {
  const text = program ? (program.files[program.entry] ?? '') : code;
  const right = lines.find(({ correct }) => correct)?.line.trim();
  return text.split('\n').findIndex((line) => line.trim() === right) + 1;
}

test('the course has each kind in its quiz or its lesson', () => {
  const asked = new Set([...section.quiz, estimate.question].map(({ kind }) => kind));
  expect([...asked].sort()).toEqual(kinds.map(({ kind }) => kind).sort());
});

test('a section quiz is answered to its result, each right at the first answer', async ({
  open,
}) => {
  const page = await open(section.quizHref);
  for (const [index, question] of section.quiz.entries()) {
    const { form, feedback } = questionForm(page, question);
    await expect(form).toBeVisible();
    await answerByKeyboard(page, question);
    await expect(feedback).toContainText('Right.', { timeout: 30_000 });
    const last = index === section.quiz.length - 1;
    await tabTo(
      page,
      page.getByRole('button', { name: last ? 'See the result' : 'Next question' }),
    );
    await page.keyboard.press('Enter');
  }
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toBeFocused();
  await expect(result).toContainText(
    `${section.quiz.length} of ${section.quiz.length} right at the first answer.`,
  );
}, 240_000);

test('a number is estimated in the lesson', async ({ open }) => {
  const page = await open(estimate.href);
  const { feedback } = questionForm(page, estimate.question);
  await answerByKeyboard(page, estimate.question);
  await expect(feedback).toContainText('Right.');
});
