// The author's own 20 runs, before a reader's first: a recording of an experiment that names an outcome.
// No experiment of the course varies enough yet, so here the lesson's page is given such a recording on its way.
import type { Page } from 'playwright';
import { describe } from 'vitest';
import { outcomeTable } from '../../src/trace/outcome-table.ts';
import { outcomeSentence } from '../../src/trace/outcomes.ts';
import { bench } from '../support/bench.ts';
import { expect, type Open, test } from '../support/reader.ts';

const lesson = '/the-question/the-slow-view/';
const title = 'One slow view, one loop';
const label = 'lost updates';
const outcomes = Array.from({ length: 20 }, (_, run) => [0, 0, 0, 17, 23][run % 5] ?? 0);

/** As `components/RunPanel.astro` renders it without outcomes, and with them. */
const none =
  '<figure class="covered" hidden><div class="table"></div><figcaption><p class="sentence"></p><p class="source"></p></figcaption></figure>';
const recorded = `<figure class="covered" aria-label="Outcomes of 20 runs"><div class="table">${outcomeTable(outcomes, { label })}</div><figcaption><p class="sentence">${outcomeSentence(outcomes, label)}</p><p class="source">From the recordings: Node.js.</p></figcaption></figure>`;

async function openRecorded(open: Open): Promise<Page> {
  const page = await open(lesson);
  await page.route(`**${lesson}`, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    expect(body).toContain(none);
    await route.fulfill({ response, body: body.replace(none, recorded) });
  });
  await page.reload();
  return page;
}

function parts(page: Page) {
  const all = bench(page, title);
  const figure = all.panel.getByRole('figure', { name: 'Outcomes of 20 runs' });
  return { ...all, figure, rows: figure.getByRole('row') };
}

describe('the outcomes of a recording', () => {
  test('are covered until the reader has predicted, then told as bars and in words', async ({
    open,
  }) => {
    const { state, figure, rows, prediction, predict } = parts(await openRecorded(open));
    await expect(state).toHaveText('Ready.');
    await expect(figure).toBeAttached();
    await expect(rows).toHaveCount(0);
    await prediction.fill('3');
    await predict.click();
    await expect(rows).toHaveText([/^lost updates/, /^0\s*12$/, /^17\s*4$/, /^23\s*4$/]);
    await expect(figure.getByText(/^20 runs, 3 different outcomes\. Lost updates: /)).toBeVisible();
    // Only the run that was recorded whole could be opened, and it is shown already.
    await expect(figure.getByRole('button')).toHaveCount(0);
  });

  test('give way to the reader’s own, and come back with Reset', async ({ open }) => {
    const { panel, figure, write, runToEnd, reset, state, rows } = parts(await openRecorded(open));
    await write('main.ts', "performance.mark('result', { detail: { answeredMeanwhile: 5 } });");
    await runToEnd();
    await panel.getByRole('button', { name: 'Run 20 times' }).click();
    await expect(state).toHaveText(/^20 runs, one outcome/, { timeout: 45_000 });
    await expect(figure.getByText('Your runs, in this page.')).toBeVisible();
    await reset.click();
    await expect(figure.getByText('From the recordings: Node.js.')).toBeVisible();
    await expect(rows).toHaveCount(4);
  });
});
