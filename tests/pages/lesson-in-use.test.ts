// every-page.test.ts looks at pages as they load; here is a lesson in the middle of being used.
import { describe } from 'vitest';
import { course } from '../../src/course/course.ts';
import { axeFaults } from '../support/axe.ts';
import { bench } from '../support/bench.ts';
import { questionForm } from '../support/question-form.ts';
import { expect, test } from '../support/reader.ts';

describe.for(['light', 'dark'] as const)('a lesson in use, %s', (colorScheme) => {
  test('has no accessibility fault that axe finds', async ({ open }) => {
    const page = await open('/the-question/the-slow-view/', { colorScheme });
    const { prediction, predict, write, runToEnd, timeline } = bench(
      page,
      'One slow view, one loop',
    );
    await prediction.fill('12');
    await predict.click();
    await runToEnd();
    await timeline.getByText('The same as a table').click();
    const { answerWrong, check, feedback } = questionForm(
      page,
      course.question('who-waits-on-one-loop'),
    );
    await answerWrong();
    await check.click();
    await expect(feedback).toContainText('Not quite.');
    expect(await axeFaults(page)).toEqual([]);

    await write('main.ts', "throw new Error('broken on purpose');");
    await runToEnd(/^Ended with exit code 1/);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await axeFaults(page)).toEqual([]);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
  });
});
