// What comes back: a reader who answered some days ago opens the review.
import { describe } from 'vitest';
import { course } from '../../src/course/course.ts';
import { questionForm } from '../support/question-form.ts';
import { expect, test } from '../support/reader.ts';

const DAY_MS = 86_400_000;
const [first, second] = course.questions;
if (!first || !second) throw new Error('The course has too few questions for a review');

/** The storage of a reader who has answered these, so many days ago. */
const answers = (
  given: readonly {
    readonly id: string;
    readonly revision: number;
    readonly daysAgo: readonly number[];
  }[],
) => {
  const questions = given.map(({ id, revision, daysAgo }) => {
    const attempts = daysAgo.map((days) => ({
      at: Date.now() - days * DAY_MS,
      revision,
      correct: true,
      misconceptions: [],
    }));
    return [id, { at: attempts.at(-1)?.at, attempts }];
  });
  return {
    origins: [
      {
        origin: '',
        localStorage: [
          {
            name: 'unblocked:progress',
            value: JSON.stringify({
              version: 2,
              epoch: 0,
              tables: { questions: Object.fromEntries(questions) },
            }),
          },
        ],
      },
    ],
  };
};

describe('the review', () => {
  test('has nothing for somebody who has answered nothing', async ({ open }) => {
    const page = await open('/review/');
    await expect(page.getByText('nothing to review')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Check answer' })).toHaveCount(0);
  });

  test('asks what is due, afresh, and says when it comes back', async ({ open }) => {
    const page = await open('/review/');
    const stored = answers([
      { ...first.question, daysAgo: [1] },
      { ...second.question, daysAgo: [0] },
    ]);
    await page.evaluate(([item]) => {
      if (item) localStorage.setItem(item.name, item.value);
    }, stored.origins[0]?.localStorage ?? []);
    await page.reload();
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

    await page.reload();
    await expect(page.getByText('Nothing is due today.')).toBeVisible();
    await expect(page.getByText('The next one comes back tomorrow.')).toBeVisible();
  });
});
