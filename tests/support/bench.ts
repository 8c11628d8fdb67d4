import type { Locator, Page } from 'playwright';
import { expect } from './reader.ts';

/**
 * A panel, by the names that a reader sees or hears: the one of the experiment with this title, or, without a title,
 * the only one of the page.
 */
export function bench(page: Page, title?: string) {
  const panel = title
    ? page.getByRole('region', { name: title, exact: true })
    : page.locator('run-panel');
  const button = (name: string) => panel.getByRole('button', { name, exact: true });
  const [run, stop, reset] = [button('Run'), button('Stop'), button('Reset')];
  const output = panel.getByRole('log', { name: 'Output' });
  const state = panel.getByRole('status');
  const editor = (file: string) => panel.getByRole('textbox', { name: file, exact: true });

  // A textarea until the editor has come; then an element a line, with line ends only as it is laid out.
  const text = (file: string) =>
    editor(file).evaluate((element) =>
      (element instanceof HTMLTextAreaElement
        ? element.value
        : (element as HTMLElement).innerText
      ).trimEnd(),
    );
  const holds = (file: string, expected: string) => expect.poll(() => text(file)).toBe(expected);

  return {
    panel,
    run,
    stop,
    reset,
    output,
    state,
    editor,
    timeline: panel.getByRole('figure', { name: 'Timeline' }),
    prediction: panel.getByRole('spinbutton'),
    predict: button('Predict'),
    tab: (file: string) => panel.getByRole('tab', { name: file, exact: true }),
    /** The value beside "Predicted" or "Measured". */
    reading: (name: 'Predicted' | 'Measured') =>
      panel.locator('dl > div', { has: page.getByText(name, { exact: true }) }).locator('dd'),

    /** A file's text as it is now. */
    text,
    /** Waits until a file's text is this one. */
    holds,
    /** Replaces a file's text as a reader does: into the editor, select all, type. */
    async write(file: string, text: string): Promise<void> {
      await editor(file).click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Delete'); // what Playwright inserts over a selection, Firefox puts between its lines
      await page.keyboard.insertText(text);
      await holds(file, text);
    },
    /** Presses Run, and waits until the state line says how it ended. */
    async runToEnd(ending: RegExp | string = /^Finished/): Promise<void> {
      await run.click();
      await expect(state).toHaveText(ending);
    },
    /** Waits for a line in the output of the reader's own run. */
    printed: (text: RegExp | string) => expect(output).toContainText(text),
  } satisfies Record<string, Locator | ((...inputs: never[]) => unknown)>;
}

export type Bench = ReturnType<typeof bench>;
