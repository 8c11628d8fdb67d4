// Everything by keyboard, with the focus always to be seen.
import { bench } from '../support/bench.ts';
import { expect, test } from '../support/reader.ts';

const lesson = '/the-question/the-slow-view/';

test('an experiment is predicted, edited, run and stopped by keyboard', async ({ open }) => {
  const page = await open(lesson);
  const { prediction, predict, state, editor, printed, run, text } = bench(
    page,
    'One slow view, one loop',
  );
  await prediction.focus();
  await page.keyboard.type('0');
  await page.keyboard.press('Tab');
  await expect(predict).toBeFocused();
  await page.keyboard.press('Enter');

  await editor('main.ts').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText("console.log('by keyboard');\nwhile (true);");
  await page.keyboard.press('ControlOrMeta+Enter');
  await printed('by keyboard');
  await expect(editor('main.ts')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(state).toHaveText(/^Stopped by you/);

  await editor('main.ts').focus();
  await page.keyboard.press('Tab');
  await expect(run).toBeFocused(); // Tab leaves the editor

  await editor('main.ts').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab'); // after Escape it indents
  await expect(editor('main.ts')).toBeFocused();
  await expect.poll(() => text('main.ts')).toMatch(/^ {2}\S/m);
});

test('the focus can be seen wherever Tab leads', async ({ open }) => {
  const page = await open(lesson);
  const unseen: string[] = [];
  let first: string | undefined;
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    const { name, isSeen } = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element === document.body) return { name: 'nothing', isSeen: true };
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      return {
        name: element.outerHTML.slice(0, 100),
        isSeen:
          width * height > 0 &&
          outlineStyle !== 'none' &&
          Number.parseFloat(outlineWidth) >= 2 &&
          outlineColor !== 'rgba(0, 0, 0, 0)',
      };
    });
    if (name === first || name === 'nothing') break;
    first ??= name;
    if (!isSeen) unseen.push(name);
  }
  expect(unseen).toEqual([]);
});

test('the first Tab offers to skip to the content', async ({ open }) => {
  const page = await open(lesson);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
