// What comes back: a reader who answered some days ago opens the review.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { describe } from 'vitest';
import { course } from '../../src/course/course.ts';
import { builtFile, readerPages } from '../support/built-site.ts';
import { questionForm } from '../support/question-form.ts';
import { expect, test } from '../support/reader.ts';

const DAY_MS = 86_400_000;
const [first, second] = course.questions;
if (!first || !second) throw new Error('The course has too few questions for a review');

interface Answered {
  readonly id: string;
  readonly revision: number;
  readonly daysAgo: readonly number[];
}

/** Makes it so that the reader has answered these right, so many days ago; and opens the review afresh. */
async function openHavingAnswered(page: Page, answered: readonly Answered[]): Promise<void> {
  const questions = answered.map(({ id, revision, daysAgo }) => {
    const attempts = daysAgo.map((days) => ({
      at: Date.now() - days * DAY_MS,
      revision,
      correct: true,
      misconceptions: [],
    }));
    return [id, { attempts }];
  });
  const stored = { version: 2, epoch: 0, tables: { questions: Object.fromEntries(questions) } };
  await page.evaluate(
    (text) => localStorage.setItem('unblocked:progress', text),
    JSON.stringify(stored),
  );
  await page.reload();
}

describe('the review', () => {
  test('has nothing for somebody who has answered nothing', async ({ open }) => {
    const page = await open('/review/');
    await expect(page.getByText('nothing to review')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Check answer' })).toHaveCount(0);
  });

  test('asks what is due, afresh, and says when it comes back', async ({ open, troubles }) => {
    const page = await open('/review/');
    await openHavingAnswered(page, [
      { ...first.question, daysAgo: [1] },
      { ...second.question, daysAgo: [0] },
    ]);
    await expect(page.getByText('1 question is due today.')).toBeVisible();
    // All that it needs is in the page by now.
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    const { form, check, answerRight, feedback } = questionForm(page, first.question);
    await expect(form).toBeVisible();
    await expect(form.getByRole('radio', { checked: true })).toHaveCount(0);
    await answerRight();
    await check.click();
    await expect(feedback).toContainText('Right.');
    await expect(page.getByText('Comes back in 3 days.')).toBeVisible();
    await page.context().setOffline(false);
    // A face that the page had no use for until then is all that it asks for in vain.
    for (const trouble of troubles.splice(0)) expect(trouble).toMatch(/\/fonts\//);

    await page.reload();
    await expect(page.getByText('Nothing is due today.')).toBeVisible();
    await expect(page.getByText('The next one comes back tomorrow.')).toBeVisible();
  });

  describe.for(course.questions.filter(({ variants }) => variants.length > 0))(
    '$question.id, which has a variant',
    ({ question, variants }) => {
      const [variant] = variants;
      if (!variant) throw new Error('It has none');

      test('is asked in changed code the second time, and as it was the third', async ({
        open,
      }) => {
        const page = await open('/review/');
        await openHavingAnswered(page, [{ ...question, daysAgo: [1] }]);
        const { check, answerRight, feedback } = questionForm(page, variant);
        const asked = page.locator('quiz-question');
        await expect(asked).toHaveCount(1);
        await expect(asked).toHaveId(`question-${variant.id}`);
        await answerRight();
        await check.click();
        await expect(feedback).toContainText('Right.');
        await expect(page.getByText('Comes back in 3 days.')).toBeVisible();
        await page.goto('/progress/');
        const done = page.locator('td[data-of=questions]').filter({ hasText: /^1 of/ });
        await expect(done).toHaveCount(1);

        await page.goto('/review/');
        await openHavingAnswered(page, [
          { ...question, daysAgo: [4] },
          { ...variant, daysAgo: [3] },
        ]);
        await expect(asked).toHaveCount(1);
        await expect(asked).toHaveId(`question-${question.id}`);
      });

      test('stands in the course alone: the variant is in the review only', async () => {
        const pages = readerPages().filter((page) => page !== '/review/');
        const texts = await Promise.all(pages.map((page) => readFile(builtFile(page), 'utf8')));
        for (const each of variants)
          expect(texts.filter((text) => text.includes(`id="question-${each.id}"`))).toEqual([]);
        expect(texts.filter((text) => text.includes(`id="question-${question.id}"`))).toHaveLength(
          1,
        );
      });
    },
  );
});
