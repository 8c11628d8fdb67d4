import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { required } from '../../src/elements/required.ts';
import { edits, progress } from '../../src/progress/storage.ts';
import { openShareLink } from '../../src/sandbox/share-link.ts';
import { howMany, originalFiles, program, showPanel, whichFirst } from './panel-page.ts';
import { standIn } from './stand-in-engine.ts';

const run = page.getByRole('button', { name: 'Run', exact: true });
const stop = page.getByRole('button', { name: 'Stop' });
const reset = page.getByRole('button', { name: 'Reset', exact: true });
const output = page.getByRole('log', { name: 'Output' });
const state = page.getByRole('status');
const source = () => document.querySelector('.run-source')?.textContent;

/** What is shown at most once a frame has been shown after a few. */
async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
}

beforeEach(() => {
  document.body.replaceChildren();
  edits.erase();
  progress.add({ type: 'erased' });
});

describe('before the first run', () => {
  test('the recording is shown and marked as one', async () => {
    showPanel(standIn(() => {}));
    await expect.element(output).toMatchTextContent('recorded line');
    expect(source()).toBe('Recording: Node.js 24.21, 22 November 2026');
    await expect.element(state).toMatchTextContent('Ready.');
    await expect.element(stop).toHaveAttribute('aria-disabled', 'true');
  });

  test('pointing at the controls fetches the engine, and runs nothing', async () => {
    const engine = standIn(() => {});
    const panel = showPanel(engine);
    const asked = vi.fn(engine.access);
    panel.sandbox = asked;
    await userEvent.hover(run);
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    expect(engine.spawned).toEqual([]);
  });
});

describe('a run', () => {
  test('replaces the recording by its own output and says how it ended', async () => {
    const engine = standIn(({ print, exit }) => {
      print('one\ntw');
      print('o\n');
      exit(0);
    });
    showPanel(engine);
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished after \d+ ms\.$/);
    await vi.waitFor(() => expect(output.element().textContent.trim()).toBe('one\ntwo'));
    expect(source()).toBe('Your run, in this page');
    expect(engine.spawned[0]).toEqual({
      files: originalFiles,
      entry: 'main.ts',
      stripped: program.stripped,
    });
  });

  test('is counted as progress', async () => {
    showPanel(standIn(({ exit }) => exit(0)));
    await run.click();
    await vi.waitFor(() => expect(progress.value.tables.experiments.has('two-files')).toBe(true));
  });

  test('that throws ends with its exit code and its message', async () => {
    showPanel(
      standIn(({ print, exit }) => {
        print(
          '/main.ts:2\nconsole.log(x);\n            ^\n\nReferenceError: x is not defined\n    at main.ts:2:13\n\nNode.js v24\n',
          'stderr',
        );
        exit(1);
      }),
    );
    await run.click();
    await expect
      .element(state)
      .toMatchTextContent(
        /^Ended with exit code 1 after \d+ ms: ReferenceError: x is not defined$/,
      );
    await expect.element(output).toMatchTextContent('at main.ts:2:13');
  });

  test('that never settles says so', async () => {
    showPanel(standIn(({ exit }) => exit(13)));
    await run.click();
    await expect.element(state).toMatchTextContent(/^The program never settles \(exit code 13\)/);
  });

  test('whose engine breaks says so', async () => {
    showPanel(standIn(({ crash }) => crash('the browser ended its thread')));
    await run.click();
    await expect
      .element(state)
      .toMatchTextContent('The engine broke under the program: the browser ended its thread');
  });

  test('that loops for ever is stopped by the reader at once', async () => {
    const engine = standIn(({ print }) => print('before the loop\n'));
    showPanel(engine);
    await run.click();
    await expect.element(state).toMatchTextContent('Running.');
    await stop.click();
    await expect.element(state).toMatchTextContent(/^Stopped by you after /);
    await expect.element(output).toMatchTextContent('before the loop');
    expect(engine.alive()).toBe(0);
  });

  test('that outlasts its limit is stopped, and the limit is named', async () => {
    showPanel(
      standIn(() => {}),
      { ...program, timeLimitMs: 50 },
    );
    await run.click();
    await expect
      .element(state)
      .toMatchTextContent('Still running after 0.05 s, so it was stopped.');
  });

  test('while it runs, Run stops it and runs the files as they are then', async () => {
    const engine = standIn(({ print, program: { files } }) => print(`${files['main.ts']}\n`));
    const panel = showPanel(engine);
    await run.click();
    await vi.waitFor(() => expect(engine.alive()).toBe(1));
    panel.files = { ...originalFiles, 'main.ts': 'edited while running' };
    await expect.element(state).toMatchTextContent('Running.');
    expect(engine.spawned).toHaveLength(1);
    await run.click();
    await vi.waitFor(() => expect(engine.spawned).toHaveLength(2));
    await expect.element(output).toMatchTextContent('edited while running');
    await expect.element(state).toMatchTextContent('Running.');
    expect(engine.alive()).toBe(1);
  });

  test('started many times in a row leaves one alive, the last', async () => {
    const engine = standIn(({ print }) => print('alive\n'));
    const panel = showPanel(engine);
    for (let i = 0; i < 20; i++) panel.run();
    await expect.element(state).toMatchTextContent('Running.');
    await vi.waitFor(() => expect(engine.alive()).toBe(1));
    panel.stop();
    await expect.element(state).toMatchTextContent(/^Stopped by you/);
    expect(engine.alive()).toBe(0);
  });

  test('of a program that is no longer open is not heard of any more', async () => {
    const ended = Promise.withResolvers<void>();
    const engine = standIn(async ({ print, exit, killed }) => {
      print('old line\n');
      await killed;
      print('last words of the old program\n');
      exit(137);
      ended.resolve();
    });
    const panel = showPanel(engine);
    await run.click();
    await vi.waitFor(() => expect(output.element().textContent).toContain('old line'));
    panel.program = { ...program, name: 'another' };
    await ended.promise;
    await frames(3);
    expect(output.element().textContent).not.toContain('old');
    await expect.element(state).toMatchTextContent('Ready.');
  });

  test('on an engine that has limits here says which', async () => {
    const limits = 'This browser gives the sandbox no shared memory.';
    showPanel(standIn(({ exit }) => exit(0), { limits }));
    await run.click();
    await expect.element(page.getByText(limits)).toBeVisible();
  });

  test('ends when the panel leaves the page', async () => {
    const engine = standIn(() => {});
    const panel = showPanel(engine);
    await run.click();
    await vi.waitFor(() => expect(engine.alive()).toBe(1));
    panel.remove();
    await vi.waitFor(() => expect(engine.alive()).toBe(0));
  });
});

describe('keys', () => {
  test('Ctrl+Enter runs and Escape stops, also from the editor', async () => {
    const engine = standIn(() => {});
    showPanel(engine);
    await page.getByRole('textbox', { name: 'main.ts' }).click();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(state).toMatchTextContent('Running.');
    await userEvent.keyboard('{Escape}');
    await expect.element(state).toMatchTextContent(/^Stopped by you/);
    expect(engine.spawned[0]?.files).toEqual(originalFiles);
  });

  test('an Escape that stops a run does not make Tab indent', async () => {
    const panel = showPanel(standIn(() => {}));
    await page.getByRole('textbox', { name: 'main.ts' }).click();
    const editor = document.querySelector('code-editor');
    await vi.waitFor(() => expect(editor?.shadowRoot?.activeElement).toBeInstanceOf(HTMLElement));
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(state).toMatchTextContent('Running.');
    await userEvent.keyboard('{Escape}');
    await expect.element(state).toMatchTextContent(/^Stopped by you/);
    await userEvent.keyboard('{Tab}');
    expect(panel.files).toEqual(originalFiles);
    expect(document.activeElement).not.toBe(editor);
  });

  test('Stop keeps the focus when it has nothing more to stop', async () => {
    showPanel(standIn(() => {}));
    await run.click();
    await expect.element(state).toMatchTextContent('Running.');
    await stop.click();
    await expect.element(state).toMatchTextContent(/^Stopped/);
    expect(document.activeElement).toBe(stop.element());
  });
});

describe('where no engine can be had', () => {
  test('the reason and what to do are said, and the recording stays', async () => {
    showPanel(standIn(() => {}, { bootFails: true }));
    await run.click();
    await expect
      .element(state)
      .toMatchTextContent('This browser has no shared memory. Try another browser.');
    await expect.element(output).toMatchTextContent('recorded line');
    expect(source()).toContain('Recording');
  });

  test('a failed download is told, and Run tries again', async () => {
    const engine = standIn(({ exit }) => exit(0));
    const panel = showPanel(engine);
    panel.sandbox = async () => {
      throw new TypeError('Failed to fetch');
    };
    await run.click();
    await expect
      .element(state)
      .toMatchTextContent(/could not be started here \(Failed to fetch\)\..*recording/);
    panel.sandbox = engine.access;
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished/);
  });

  test('Stop works while the engine is still being fetched', async () => {
    const panel = showPanel(standIn(() => {}));
    panel.sandbox = () => new Promise(() => {});
    await run.click();
    await stop.click();
    await expect.element(state).toMatchTextContent(/^Stopped by you/);
  });
});

describe('edits', () => {
  /** Writes `main.ts` anew as a reader does: enters the editor, selects all, types. */
  async function write(text: string): Promise<void> {
    await page.getByRole('textbox', { name: 'main.ts' }).click();
    const editor = document.querySelector('code-editor');
    await vi.waitFor(() => expect(editor?.shadowRoot?.activeElement).toBeInstanceOf(HTMLElement));
    await userEvent.keyboard('{Control>}a{/Control}');
    await userEvent.keyboard(text);
  }

  test('are run, are marked, and are there again after a reload', async () => {
    const engine = standIn(({ exit }) => exit(0));
    showPanel(engine);
    await write('console.log(1);');
    await expect.element(page.getByRole('tab', { name: 'main.ts' })).toHaveClass('edited');
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished/);
    expect(engine.spawned[0]?.files['main.ts']).toBe('console.log(1);');
    expect(engine.spawned[0]?.stripped).toEqual(program.stripped);
    const again = showPanel(engine);
    expect(again.files['main.ts']).toBe('console.log(1);');
    await expect.element(state).toMatchTextContent('Ready, with your changes.');
  });

  test('are taken back by Reset, and Reset is taken back too', async () => {
    const panel = showPanel(
      standIn(({ print, exit }) => {
        print('mine\n');
        exit(0);
      }),
    );
    await write('console.log(2);');
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished/);
    await reset.click();
    expect(panel.files).toEqual(originalFiles);
    await expect.element(output).toMatchTextContent('recorded line');
    await expect.element(state).toMatchTextContent('Ready.');
    await page.getByRole('button', { name: 'Take my changes back' }).click();
    expect(panel.files['main.ts']).toBe('console.log(2);');
    expect(document.activeElement).toBe(reset.element());
  });

  test('make an output the one from before the change, until they are undone', async () => {
    const panel = showPanel(standIn(({ exit }) => exit(0)));
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished/);
    panel.files = { ...originalFiles, 'main.ts': 'changed since' };
    expect(source()).toBe('Your run, before your last change');
    panel.files = originalFiles;
    expect(source()).toBe('Your run, in this page');
    panel.files = { ...originalFiles, 'main.ts': 'changed since' };
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished/);
    expect(source()).toBe('Your run, in this page');
  });

  test('go along to the scratchpad, also with a finger that gives the link no time', async () => {
    const panel = showPanel(standIn(() => {}));
    const files = { ...originalFiles, 'main.ts': 'console.log("mine");' };
    panel.files = files;
    required(panel, 'a.to-scratchpad', HTMLAnchorElement).click();
    await vi.waitFor(() => expect(location.hash).not.toBe(''));
    expect(await openShareLink(location.hash)).toEqual({
      type: 'program',
      program: { files, entry: 'main.ts' },
    });
    location.hash = '';
  });

  test('of an older version of the course are kept, and both are offered', async () => {
    const mine = { ...originalFiles, 'main.ts': 'mine' };
    edits.keep('two-files', { original: 'v0', files: mine });
    const panel = showPanel(standIn(() => {}));
    expect(panel.files).toEqual(mine);
    await expect.element(page.getByText(/The course has changed this program/)).toBeVisible();
    await page.getByRole('button', { name: 'Take the new one' }).click();
    expect(panel.files).toEqual(originalFiles);

    edits.keep('two-files', { original: 'v0', files: mine });
    const again = showPanel(standIn(() => {}));
    await page.getByRole('button', { name: 'Keep my version' }).click();
    again.remove();
    expect(edits.of('two-files')).toMatchObject({ original: 'v1', files: mine });
  });

  test('work for as long as the page is open where storing is blocked', async () => {
    const set = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    const engine = standIn(({ exit }) => exit(0));
    const panel = showPanel(engine);
    await write('unstored');
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished/);
    panel.remove();
    expect(showPanel(engine).files['main.ts']).toBe('unstored');
    set.mockRestore();
  });
});

describe('a prediction', () => {
  const answers = (answered: number) =>
    standIn(({ trace, exit }) => {
      trace({ type: 'mark', lane: 'main', name: 'result', at: 1, detail: { answered } });
      exit(0);
    });
  const comparison = () => document.querySelector('.comparison');

  test('of a number stands beside what was measured, with the difference', async () => {
    const panel = showPanel(answers(0), { ...program, prediction: howMany });
    expect(panel.hasAttribute('data-veiled')).toBe(true);
    await page.getByRole('spinbutton', { name: howMany.ask }).fill('12');
    await page.getByRole('button', { name: 'Predict', exact: true }).click();
    expect(panel.hasAttribute('data-veiled')).toBe(false);
    expect(document.activeElement).toBe(run.element());
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished/);
    expect(comparison()?.querySelector('.predicted')?.textContent).toBe('12 requests');
    expect(comparison()?.querySelector('.measured')?.textContent).toBe('0 requests');
    expect(comparison()?.querySelector('.difference')?.textContent).toBe(
      '12 fewer than you predicted.',
    );
    expect(comparison()?.classList.contains('explained')).toBe(true);
  });

  test('that is out of range is not taken', async () => {
    const panel = showPanel(answers(0), { ...program, prediction: howMany });
    await page.getByRole('spinbutton').fill('61');
    await page.getByRole('button', { name: 'Predict', exact: true }).click();
    expect(panel.hasAttribute('data-veiled')).toBe(true);
  });

  test('of a choice is told in the words of its options', async () => {
    showPanel(
      standIn(({ trace, exit }) => {
        trace({ type: 'mark', lane: 'main', name: 'result', at: 1, detail: { first: 'promise' } });
        exit(0);
      }),
      { ...program, prediction: whichFirst },
    );
    await page.getByRole('radio', { name: 'The timer' }).click();
    await page.getByRole('button', { name: 'Predict', exact: true }).click();
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished/);
    expect(comparison()?.querySelector('.predicted')?.textContent).toBe('The timer');
    expect(comparison()?.querySelector('.measured')?.textContent).toBe('The promise');
    expect(comparison()?.querySelector('.difference')?.textContent).toBe('Not as you predicted.');
  });

  test('can be skipped, by its button or by running, and that is said', async () => {
    for (const how of ['Skip the prediction', 'Run']) {
      progress.add({ type: 'erased' });
      const panel = showPanel(answers(3), { ...program, prediction: howMany });
      await page.getByRole('button', { name: how, exact: true }).click();
      expect(panel.hasAttribute('data-veiled')).toBe(false);
      await expect.element(page.getByText('Prediction skipped.')).toBeVisible();
      panel.run();
      await vi.waitFor(() =>
        expect(comparison()?.querySelector('.measured')?.textContent).toBe('3 requests'),
      );
      expect(comparison()?.querySelector('.predicted')?.textContent).toBe('none');
    }
  });

  test('can be made again after a run, and covers nothing that has been seen', async () => {
    const panel = showPanel(answers(3), { ...program, prediction: howMany });
    await page.getByRole('spinbutton').fill('12');
    await page.getByRole('button', { name: 'Predict', exact: true }).click();
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished/);
    await page.getByRole('button', { name: 'Predict again' }).click();
    expect(panel.hasAttribute('data-veiled')).toBe(false);
    await userEvent.keyboard('3'); // in place of the number that is there
    await page.getByRole('button', { name: 'Predict', exact: true }).click();
    await run.click();
    await vi.waitFor(() =>
      expect(comparison()?.querySelector('.difference')?.textContent).toBe('As you predicted.'),
    );
  });

  test('of a changed program is compared, and not explained by what holds for the original', async () => {
    const panel = showPanel(answers(61), { ...program, prediction: howMany });
    await page.getByRole('spinbutton').fill('60');
    await page.getByRole('button', { name: 'Predict', exact: true }).click();
    panel.files = { ...originalFiles, 'main.ts': 'repaired' };
    await run.click();
    const explanation = page.getByText('1 more than you predicted.');
    await expect.element(explanation).toBeVisible();
    await expect.element(page.getByText('You changed the program.')).toBeVisible();
    await expect.element(page.getByText(howMany.because)).not.toBeVisible();
    panel.files = originalFiles;
    await run.click();
    await expect.element(page.getByText(howMany.because)).toBeVisible();
    await expect.element(page.getByText('You changed the program.')).not.toBeVisible();
  });

  test('is compared with nothing after Reset', async () => {
    showPanel(answers(3), { ...program, prediction: howMany });
    await page.getByRole('spinbutton').fill('12');
    await page.getByRole('button', { name: 'Predict', exact: true }).click();
    await run.click();
    await expect.element(page.getByText('9 fewer than you predicted.')).toBeVisible();
    await reset.click();
    expect(comparison()?.querySelector('.predicted')?.textContent).toBe('12 requests');
    expect(comparison()?.querySelector('.measured')?.textContent).toBe('—');
    expect(comparison()?.querySelector('.difference')?.textContent).toBe('');
  });

  test('is there again after a reload', async () => {
    showPanel(answers(0), { ...program, prediction: howMany });
    await page.getByRole('spinbutton').fill('7');
    await page.getByRole('button', { name: 'Predict', exact: true }).click();
    const panel = showPanel(answers(0), { ...program, prediction: howMany });
    expect(panel.hasAttribute('data-veiled')).toBe(false);
    expect(comparison()?.querySelector('.predicted')?.textContent).toBe('7 requests');
  });

  test('of a run that ends before it measures is told so', async () => {
    showPanel(
      standIn(({ exit }) => exit(1)),
      { ...program, prediction: howMany },
    );
    await run.click();
    await expect.element(state).toMatchTextContent(/^Ended/);
    expect(comparison()?.querySelector('.difference')?.textContent).toBe(
      'This run ended before it reported what you predicted.',
    );
    expect(comparison()?.classList.contains('explained')).toBe(false);
  });
});
