// What a reader does with the picture of a run: look along it, compare it, save it, repeat it.
import type { Page } from 'playwright';
import { describe } from 'vitest';
import { bench } from '../support/bench.ts';
import { expect, test } from '../support/reader.ts';

const lesson = '/the-question/the-slow-view/';
const title = 'One slow view, one loop';

/** Three lines with time between them, and what the timeline shows of it. */
const threeSteps = `import { setTimeout as sleep } from 'node:timers/promises';
for (const step of ['first', 'second', 'third']) {
  const start = performance.now();
  await sleep(150);
  performance.measure(step, { start });
  console.log(step, 'step');
}`;

/** Comes to one of three outcomes, the first time to each of them as well as any other time. */
const chance = `const answeredMeanwhile = Math.floor(Math.random() * 3);
console.log('answered', answeredMeanwhile);
performance.mark('result', { detail: { answeredMeanwhile } });`;

/** The panel after a run of the program. */
async function ran(page: Page, program: string) {
  const parts = bench(page, title);
  await parts.write('main.ts', program);
  await parts.runToEnd();
  const { panel, timeline } = parts;
  return {
    ...parts,
    slider: timeline.getByRole('slider', { name: 'Moment in the timeline' }),
    pictures: timeline.getByRole('img', { name: /^The main thread / }),
    compare: timeline.getByRole('combobox', { name: 'Compare with' }),
    outcomes: panel.getByRole('figure', { name: 'Outcomes of 20 runs' }),
    line: (text: string) => parts.output.getByText(text, { exact: true }),
  };
}

describe('the picture of a run', () => {
  test('is walked along by keys, and the output shows what was printed then', async ({ open }) => {
    const page = await open(lesson);
    const { slider, line } = await ran(page, threeSteps);
    await slider.focus();
    for (const step of ['first', 'second', 'third']) {
      // From event to event, until it comes to this one.
      await expect(async () => {
        await page.keyboard.press('ArrowRight');
        await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`\\b${step}\\b`), {
          timeout: 100,
        });
      }).toPass();
    }
    // The third step begins as the second one's line is printed.
    await expect(line('second step')).toHaveClass(/now/);
    await expect(line('third step')).not.toHaveClass(/now/);
  });

  test('shows when a line of the output was printed, by mouse and by keys', async ({ open }) => {
    const page = await open(lesson);
    const { slider, line, output } = await ran(page, threeSteps);
    const moment = async () => Number(await slider.getAttribute('aria-valuenow'));

    await line('first step').click();
    await expect(slider).not.toHaveAttribute('aria-valuenow', '0');
    const first = await moment();
    await line('third step').click();
    await expect.poll(moment).toBeGreaterThan(first + 200);

    await output.focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(moment).toBe(first);
    await page.keyboard.press('ArrowDown');
    await expect.poll(moment).toBeGreaterThan(first + 100);
  });

  test('is compared with the recording and with the run before', async ({ open }) => {
    const { compare, pictures, timeline, runToEnd, write } = await ran(
      await open(lesson),
      threeSteps,
    );
    await expect(compare.getByRole('option')).toHaveText(['nothing', 'the recording']);
    await compare.selectOption('the recording');
    await expect(timeline.getByText(/Compared with the recording: .*worker/)).toBeVisible();
    await expect(pictures).toHaveCount(2);

    await write('main.ts', `${threeSteps}\nperformance.measure('another step');`);
    await runToEnd();
    await compare.selectOption('the run before');
    await expect(
      timeline.getByText(/Compared with the run before: .*“another step” 1/),
    ).toBeVisible();
    await timeline.getByText('The same as a table').click();
    await expect(timeline.getByRole('table', { name: 'The two runs compared' })).toBeVisible();
    await compare.selectOption('nothing');
    await expect(pictures).toHaveCount(1);
  });
});

describe('the loops of a run', () => {
  test('beat beside that of the page, which goes on while the program’s is blocked', async ({
    open,
  }) => {
    const { panel, write, run, stop, state, printed } = bench(await open(lesson), title);
    await write('main.ts', "console.log('blocked from here');\nwhile (true);");
    await run.click();
    await printed('blocked from here');
    const loops = panel.getByRole('table').filter({ hasText: 'Event loop of' });
    const page = loops.getByRole('row', { name: /^this page/ });
    await expect(page).toContainText('ms');
    await stop.click();
    await expect(state).toHaveText(/^Stopped by you/);
    await expect(page).toBeVisible();
  });
});

describe('a program whose outcome varies', () => {
  test('is run 20 times, and each bar opens one of its runs', async ({ open }) => {
    const { panel, state, outcomes, output } = await ran(await open(lesson), chance);
    await panel.getByRole('button', { name: 'Run 20 times' }).click();
    await expect(state).toHaveText(/^20 runs, .*different outcomes/, { timeout: 45_000 });

    const rows = outcomes.getByRole('row').filter({ has: panel.page().getByRole('rowheader') });
    const sizes = await rows.evaluateAll((all) =>
      all.map((row) => Number(row.lastElementChild?.textContent)),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(20);
    for (const row of await rows.all()) {
      const value = (await row.getByRole('rowheader').textContent()) ?? '';
      const bar = row.getByRole('button');
      await bar.click();
      await expect(bar).toHaveAttribute('aria-pressed', 'true');
      await expect(output).toHaveText(`answered ${value}\n`);
      await expect(panel.getByText(/^Run \d+ of 20, in this page$/)).toBeVisible();
    }
  });
});
