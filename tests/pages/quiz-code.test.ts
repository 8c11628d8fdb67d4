// What a page loads of the quiz: nothing where nothing is asked, and the grading once a reader turns to a question.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { describe } from 'vitest';
import { course } from '../../src/course/course.ts';
import { kinds } from '../../src/quiz/kinds.ts';
import { builtFile, readerPages } from '../support/built-site.ts';
import { questionForm } from '../support/question-form.ts';
import { expect, test } from '../support/reader.ts';
import { scriptWeights } from '../support/script-weight.ts';

const texts = await Promise.all(
  readerPages().map(async (page) => [page, await readFile(builtFile(page), 'utf8')] as const),
);
const asking = texts.filter(([, text]) => text.includes('<quiz-question')).map(([page]) => page);
const reading = readerPages().filter((page) => !asking.includes(page));

/** Which parts of the quiz are in the scripts that a page has loaded so far. */
async function quizParts(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  const files = Object.keys(await scriptWeights(page)).filter((file) => file.startsWith('/'));
  const scripts = await Promise.all(files.map((file) => readFile(`dist${file}`, 'utf8')));
  const all = scripts.join('\n');
  const tags = ['quiz-question', 'section-quiz', 'review-list', 'order-list'];
  const defined = tags.filter((tag) => new RegExp(`define\\([\`'"]${tag}[\`'"]`).test(all));
  // A script speaks of all kinds where it grades them; progress and pages speak of none.
  const grades = kinds.every(({ kind }) => new RegExp(`[\`'"]${kind}[\`'"]`).test(all));
  return grades ? [...defined, 'grading'] : defined;
}

test('some pages ask, and some do not', () => {
  expect(asking).toContain('/review/');
  for (const page of ['/', '/about/', '/glossary/', '/scratchpad/'])
    expect(reading).toContain(page);
});

describe.for(reading)('%s asks nothing', (path) => {
  test('and ships nothing of the quiz', async ({ open }) => {
    expect(await quizParts(await open(path))).toEqual([]);
  });
});

test('a lesson loads what grades when a reader turns to a question, and not before', async ({
  open,
}) => {
  const [first] = course.questions;
  if (!first) throw new Error('The course has no question');
  const page = await open(first.href.replace(/#.*/, ''));
  expect(await quizParts(page)).toEqual(['quiz-question']);
  const { form } = questionForm(page, first.question);
  await form.getByRole('radio').first().focus();
  await expect.poll(() => quizParts(page)).toEqual(['quiz-question', 'grading']);
});
