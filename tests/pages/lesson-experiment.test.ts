// What a reader does with an experiment: predict, run, look, change, break, stop, put back.
import { describe } from 'vitest';
import { bench } from '../support/bench.ts';
import { expect, test } from '../support/reader.ts';

const lesson = '/the-question/the-slow-view/';
const slowView = 'One slow view, one loop';

describe('the experiment of the slow view', () => {
  test('is predicted, run, and compared with the prediction', async ({ open }) => {
    const { prediction, predict, runToEnd, reading, output, timeline } = bench(
      await open(lesson),
      slowView,
    );
    await prediction.fill('12');
    await predict.click();
    await runToEnd();

    await expect(output).toContainText(/in one go: 0 of \d+ answered meanwhile/);
    await expect(output).toContainText(/in a worker: /);
    await expect(reading('Predicted')).toContainText('12');
    await expect(reading('Measured')).toContainText('0');
    await expect(timeline).toContainText(/the main thread was blocked/i);
    // The prediction stands in the picture, where the run came so far.
    await expect(timeline.getByText('predicted 12 requests: only here')).toBeVisible();
    await expect(timeline).toContainText(/Predicted: 12 requests; the run had come so far \d+/);
    await timeline.getByText('The same as a table').click();
    await expect(timeline.getByRole('row', { name: /blocked/i }).first()).toBeVisible();
    await expect(timeline.getByRole('row', { name: /worker 1/ }).first()).toBeVisible();
  });

  test('covers its recording until there is a prediction', async ({ open }) => {
    const { panel, prediction, predict } = bench(await open(lesson), slowView);
    const show = panel.getByRole('button', { name: 'Show it' });
    await expect(panel.getByText(/^Recording: /)).toBeVisible();
    await expect(show).toBeVisible();
    await prediction.fill('3');
    await predict.click();
    await expect(show).toBeHidden();
  });

  test('is edited, run again, and put back', async ({ open }) => {
    const { write, holds, runToEnd, output, reset, editor, panel, state } = bench(
      await open(lesson),
      slowView,
    );
    await write('main.ts', "const answer: number = 6 * 7;\nconsole.log('the answer is', answer);");
    await runToEnd();
    await expect(output).toHaveText('the answer is 42\n');

    await write('main.ts', "console.log('changed again');");
    await runToEnd();
    await expect(output).toHaveText('changed again\n');

    await reset.click();
    await expect(editor('main.ts')).toContainText('A web server without the web');
    await expect(state).toHaveText('Ready.');

    await panel.getByRole('button', { name: 'Take my changes back' }).click();
    await holds('main.ts', "console.log('changed again');");
  });

  test('is stopped in a loop that never ends, and runs again', async ({ open }) => {
    const { write, run, stop, state, printed, runToEnd, output } = bench(
      await open(lesson),
      slowView,
    );
    await write('main.ts', "console.log('round and round');\nwhile (true);");
    await run.click();
    await printed('round and round');
    await stop.click();
    await expect(state).toHaveText(/^Stopped by you after /);
    await expect(output).toContainText('round and round');

    await write('main.ts', "console.log('still alive');");
    await runToEnd();
    await expect(output).toHaveText('still alive\n');
  });

  test('tells an error, a mistake in the syntax and an exit code in words', async ({ open }) => {
    const { write, runToEnd, output } = bench(await open(lesson), slowView);
    await write('main.ts', 'const nothing: string[] = [];\nnothing[0].length;');
    await runToEnd(/^Ended with exit code 1 after .*TypeError/);
    await expect(output).toContainText('main.ts:2');

    await write('main.ts', 'const = 1;');
    await runToEnd(/^Ended with exit code 1 after .*SyntaxError/);

    await write('main.ts', "import process from 'node:process';\nprocess.exit(7);");
    await runToEnd(/^Ended with exit code 7/);
  });

  test('stays at ease while a program floods its output', async ({ open }) => {
    const { write, run, stop, state, printed } = bench(await open(lesson), slowView);
    await write('main.ts', "for (let line = 0; ; line++) console.log('line', line);");
    await run.click();
    await printed(/line \d{4}/);
    await stop.click();
    await expect(state).toHaveText(/^Stopped by you/);
  });
});
