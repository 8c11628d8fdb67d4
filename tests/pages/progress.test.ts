// The page of a reader's progress: figures, a file to keep, a file to bring back, an erasure.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { course } from '../../src/course/course.ts';
import { questionForm } from '../support/question-form.ts';
import { expect, test } from '../support/reader.ts';

const lesson = course.lessons[0];
const [placed] = course.questions;
if (!lesson || !placed) throw new Error('The course has no question');
const { question } = placed;
const title = new RegExp(lesson.title);

async function answerOne(page: Page): Promise<void> {
  const { answerRight, check, feedback } = questionForm(page, question);
  await answerRight();
  await check.click();
  await expect(feedback).toContainText('Right.');
}
const questionsOf = (page: Page) => page.getByRole('row', { name: title }).getByRole('cell').last();
const count = lesson.questions.length;

test('tells what was done, takes it to a file, erases it, and brings it back', async ({ open }) => {
  const page = await open(lesson.href);
  await answerOne(page);
  await page.goto('/progress/');
  await expect(questionsOf(page)).toHaveText(`1 of ${count}`);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export to a file' }).click();
  const file = await (await downloading).path();
  expect(JSON.parse(await readFile(file, 'utf8')).format).toBe('unblocked');

  await page.getByRole('button', { name: 'Erase everything …' }).click();
  await expect(page.getByRole('button', { name: 'Keep everything' })).toBeFocused();
  await page.getByRole('button', { name: 'Erase everything now' }).click();
  await expect(questionsOf(page)).toHaveText(`0 of ${count}`);

  const input = page.getByLabel('Import a file …');
  await input.setInputFiles(file);
  await expect(page.getByText('1 question answered')).toBeVisible();
  await page.getByRole('button', { name: 'Add it to what is here' }).click();
  await expect(page.getByText('was added to what was here')).toBeVisible();
  await expect(questionsOf(page)).toHaveText(`1 of ${count}`);
});

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
