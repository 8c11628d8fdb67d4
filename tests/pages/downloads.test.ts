// What a reader takes away as a file: the picture of a run, and all that is stored of them.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { course } from '../../src/course/course.ts';
import { timelineSummary } from '../../src/trace/summary.ts';
import { readTraceFile } from '../../src/trace/trace-file.ts';
import { bench } from '../support/bench.ts';
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

/** Three lines with time between them, and what the timeline shows of it. */
const threeSteps = `import { setTimeout as sleep } from 'node:timers/promises';
for (const step of ['first', 'second', 'third']) {
  const start = performance.now();
  await sleep(150);
  performance.measure(step, { start });
  console.log(step, 'step');
}`;
test('the picture of a run is saved as a picture, as a trace, and for Chrome’s tracing', async ({
  open,
}) => {
  const page = await open(lesson.href);
  const { timeline, write, runToEnd } = bench(page, 'One slow view, one loop');
  await write('main.ts', threeSteps);
  await runToEnd();
  const save = async (kind: string): Promise<{ name: string; text: string }> => {
    await timeline.getByText('Save', { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      timeline.getByRole('button', { name: kind, exact: true }).click(),
    ]);
    return {
      name: download.suggestedFilename(),
      text: readFileSync(await download.path(), 'utf8'),
    };
  };
  const picture = await save('Picture (SVG)');
  expect(picture.name).toBe('timeline.svg');
  expect(picture.text).toMatch(/^<svg [\s\S]*second 1\d\d[\s\S]*<\/svg>\n$/);

  const trace = await save('Trace (JSON)');
  expect(trace.name).toBe('trace.json');
  const run = readTraceFile(trace.text);
  const said = run && timelineSummary(run.timeline);
  await expect(timeline.getByText(said ?? 'nothing was read')).toBeVisible();

  const chrome = await save('Chrome trace (JSON)');
  expect(chrome.name).toBe('trace.chrome.json');
  const { traceEvents } = JSON.parse(chrome.text);
  expect(traceEvents).toEqual(
    expect.arrayContaining([expect.objectContaining({ ph: 'X', name: 'third' })]),
  );
});

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
