// What is kept of a reader, and files that are brought back; tests/pages/downloads.test.ts takes them away first.
import type { Page } from 'playwright';
import { course } from '../../src/course/course.ts';
import { questionForm } from '../support/question-form.ts';
import { expect, test } from '../support/reader.ts';

const lesson = course.lessons[0];
const [placed] = course.questions;
if (!lesson || !placed) throw new Error('The course has no question');
const { question } = placed;

async function answerOne(page: Page): Promise<void> {
  const { answerRight, check, feedback } = questionForm(page, question);
  await answerRight();
  await check.click();
  await expect(feedback).toContainText('Right.');
}
test('a file can be left alone, and another kind of file says what it is', async ({ open }) => {
  const page = await open('/progress/');
  const input = page.getByLabel('Import a file …');
  await input.setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"a":1}'),
  });
  await expect(page.getByText('This file was not exported from this course.')).toBeVisible();
  const empty = { format: 'unblocked', version: 1 };
  await input.setInputFiles({
    name: 'y.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(empty)),
  });
  await expect(page.getByText('3 parts that could not be read')).toBeVisible();
  await page.getByRole('button', { name: 'Leave everything as it is' }).click();
  await expect(page.getByText('Nothing was changed.')).toBeVisible();
  await expect(page.getByText('In the file:')).toBeHidden();
});

test('what was entered or noted beside a question is there after a reload', async ({ open }) => {
  const page = await open(lesson.href);
  const { form } = questionForm(page, question);
  await answerOne(page);
  await form.getByText('Why did you pick this?').click();
  await form.getByRole('textbox', { name: /A note for yourself/ }).fill('Because the loop is one.');
  await page.reload();
  await expect(form.getByRole('radio', { checked: true })).toHaveCount(1);
  await form.getByRole('button', { name: 'Check answer' }).click();
  await expect(form.getByRole('textbox', { name: /A note for yourself/ })).toHaveValue(
    'Because the loop is one.',
  );
});
