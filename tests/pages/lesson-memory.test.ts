// What a browser keeps for its reader: edits, answers, predictions; over a reload, in two tabs, and where it keeps nothing.
import type { BrowserContext } from 'playwright';
import { describe } from 'vitest';
import { course } from '../../src/course/course.ts';
import { bench } from '../support/bench.ts';
import { questionForm } from '../support/question-form.ts';
import { expect, test } from '../support/reader.ts';

const lesson = '/the-question/the-slow-view/';
const slowView = 'One slow view, one loop';
const question = course.question('who-waits-on-one-loop');
const mine = "console.log('mine');";

/** As a browser does that was told to store nothing: the very mention of the storage throws. */
const blockStorage = (context: BrowserContext) =>
  context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });

describe('after a reload', () => {
  test('the edits are there, and run', async ({ open }) => {
    const page = await open(lesson);
    await bench(page, slowView).write('main.ts', mine);
    await page.reload();
    const { holds, runToEnd, output, reset } = bench(page, slowView);
    await holds('main.ts', mine);
    await runToEnd();
    await expect(output).toHaveText('mine\n');

    await reset.click();
    await page.reload();
    await expect(bench(page, slowView).editor('main.ts')).toContainText('A web server');
  });

  test('the prediction and the answer are remembered', async ({ open }) => {
    const page = await open(lesson);
    const { prediction, predict } = bench(page, slowView);
    await prediction.fill('7');
    await predict.click();
    const { answerRight, check, feedback } = questionForm(page, question);
    await answerRight();
    await check.click();
    await expect(feedback).toContainText('Right.');

    await page.reload();
    await expect(bench(page, slowView).prediction).toHaveValue('7');
    await expect(questionForm(page, question).form).toContainText('answered right before');
  });
});

test('what is answered in one tab is known in the other', async ({ open }) => {
  const first = await open(lesson);
  const second = await first.context().newPage();
  await second.goto(lesson);
  const { answerWrong, check } = questionForm(first, question);
  await answerWrong();
  await check.click();
  await expect(questionForm(second, question).form).toContainText('missed before');
});

test('edits of two tabs to two experiments are both kept', async ({ open }) => {
  const first = await open(lesson);
  const second = await first.context().newPage();
  await second.goto(lesson);
  await bench(first, slowView).write('main.ts', mine);
  await bench(second, 'Three async views').write('main.ts', "console.log('other');");
  // An edit is kept a moment after the last key.
  await expect(async () => {
    await first.reload();
    expect(await bench(first, slowView).text('main.ts')).toBe(mine);
    expect(await bench(first, 'Three async views').text('main.ts')).toBe("console.log('other');");
  }).toPass({ timeout: 15_000 });
});

test('where nothing can be stored all works, and the reader is told', async ({ open }) => {
  const page = await open('/about/');
  await blockStorage(page.context());
  await page.goto(lesson);
  const { write, runToEnd, output } = bench(page, slowView);
  await write('main.ts', mine);
  await runToEnd();
  await expect(output).toHaveText('mine\n');
  const { answerRight, check, feedback } = questionForm(page, question);
  await answerRight();
  await check.click();
  await expect(feedback).toContainText('Right.');
  await expect(page.getByText('does not let this site store anything')).toBeVisible();
});

test('stored nonsense is survived', async ({ open }) => {
  const page = await open(lesson);
  await bench(page, slowView).write('main.ts', mine);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, '{"v":1,"not":');
  });
  await page.goto('about:blank'); // so that the page's own state is not written over it
  await page.goto(lesson);
  const { runToEnd } = bench(page, slowView);
  await runToEnd();
});
