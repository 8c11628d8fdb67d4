/** "Run 20 times": the outcomes of a program that has several, and each of its runs to be looked at. */
import axe from 'axe-core';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PanelProgram } from '../../src/elements/panel/panel-program.ts';
import { loadSandbox } from '../../src/elements/panel/session.ts';
import { edits, progress } from '../../src/progress/storage.ts';
import raceSource from '../trace/recorded/race.ts?raw';
import { program, showPanel } from './panel-page.ts';
import { type Play, type StandIn, standIn } from './stand-in-engine.ts';

const run = page.getByRole('button', { name: 'Run', exact: true });
const repeat = page.getByRole('button', { name: 'Run 20 times' });
const stop = page.getByRole('button', { name: 'Stop' });
const reset = page.getByRole('button', { name: 'Reset', exact: true });
const output = page.getByRole('log', { name: 'Output' });
const state = page.getByRole('status');
const bars = () => [...document.querySelectorAll<HTMLButtonElement>('.many [data-bar]')];
const rows = () =>
  [...document.querySelectorAll('.many tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td.number')].map(({ textContent }) => textContent).join(': '),
  );
const why = () => document.querySelector('.many .why')?.textContent ?? '';
const source = () => document.querySelector('.run-source')?.textContent;

const racing: PanelProgram = {
  ...program,
  outcome: { mark: 'result', key: 'lost', label: 'lost updates' },
};

/** Each run but the first loses as many updates as its number says, modulo four; every seventh fails. */
function race(): StandIn {
  let runs = 0;
  const play: Play = ({ print, trace, exit }) => {
    const number = runs++;
    print(`run ${number}\n`);
    if (number % 7 === 6) return exit(1);
    trace({ type: 'lane', lane: 'main', state: 'open', at: 0 });
    trace({ type: 'mark', lane: 'main', name: 'result', at: 1, detail: { lost: number % 4 } });
    trace({ type: 'lane', lane: 'main', state: 'closed', at: 2, exitCode: 0 });
    exit(0);
  };
  return standIn(play);
}

async function runOnceThenOften(): Promise<void> {
  await run.click();
  await expect.element(state).toMatchTextContent(/^Finished/);
  await repeat.click();
  await expect.element(state).toMatchTextContent(/^20 runs/);
}

beforeEach(() => {
  document.body.replaceChildren();
  edits.erase();
  progress.add({ type: 'erased' });
});

describe('a real race, in the embedded engine', () => {
  test('comes to outcomes that only many runs show', { timeout: 120_000 }, async () => {
    const files = { 'race.ts': raceSource };
    const shown = {
      ...racing,
      name: 'race',
      files,
      entry: 'race.ts',
      stripped: {},
      original: 'v1',
    };
    const panel = showPanel(
      standIn(() => undefined),
      shown,
    );
    panel.sandbox = loadSandbox;
    await run.click();
    await expect.element(state, { timeout: 20_000 }).toMatchTextContent(/^Finished/);
    await repeat.click();
    await expect.element(state, { timeout: 90_000 }).toMatchTextContent(/^20 runs/);
    const sizes = rows().map((row) => Number(row.split(': ')[1]));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(20);
    for (const place of bars().keys()) {
      bars()[place]?.click();
      const label = bars()[place]?.closest('tr')?.querySelector('th')?.textContent ?? '';
      const [least = 0, most = least] = label
        .split(' – ')
        .map((part) => Number(part.replaceAll(',', '')));
      // The log shows it in the next frame.
      await vi.waitFor(() => {
        const lost = Number.parseInt(output.element().textContent.trim(), 10);
        expect(lost).toBeGreaterThanOrEqual(least);
        expect(lost).toBeLessThanOrEqual(most);
      });
    }
    await run.click();
    await expect.element(state, { timeout: 20_000 }).toMatchTextContent(/^Finished/);
  });
});

describe('running a program 20 times', () => {
  test('is offered once it has run', async () => {
    const engine = race();
    showPanel(engine, racing);
    await expect.element(repeat).toHaveAttribute('aria-disabled', 'true');
    expect(why()).toMatch(/^Run it once/);
    repeat.element().dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(engine.spawned).toHaveLength(0);
    await run.click();
    await expect.element(repeat).toHaveAttribute('aria-disabled', 'false');
  });

  test('says beforehand how long it will take, and the hint does not come back', async () => {
    const said: string[] = [];
    showPanel(race(), racing);
    new MutationObserver(() => said.push(why())).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished/);
    expect(why()).toBe('Takes a few seconds.');
    said.length = 0;
    await repeat.click();
    await expect.element(state).toMatchTextContent(/^20 runs/);
    expect(said.filter((words) => words.startsWith('Run it once'))).toEqual([]);
    expect(why()).toBe('Takes a few seconds.');
    await reset.click();
    expect(why()).toMatch(/^Run it once/);
  });

  test('shows how often each outcome came, as bars, as a table and in a sentence', async () => {
    const engine = race();
    showPanel(engine, racing);
    await runOnceThenOften();
    expect(engine.spawned).toHaveLength(21);
    expect(engine.alive()).toBe(0);
    // The first run was one by itself; of the others 6, 13 and 20 failed.
    expect(rows()).toEqual(['0: 4', '1: 4', '2: 4', '3: 5', 'ended with exit code 1: 3']);
    const words =
      '20 runs, 5 different outcomes. Lost updates: from 0 to 3, half of them at most 2. 3 did not come to one.';
    await expect.element(state).toMatchTextContent(words);
    expect(document.querySelector('.many .sentence')?.textContent).toBe(words);
    await expect.element(page.getByRole('figure', { name: 'Outcomes of 20 runs' })).toBeVisible();
    const { violations } = await axe.run('.many');
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test('opens with each bar runs that came to its outcome, one after the other', async () => {
    showPanel(race(), racing);
    await runOnceThenOften();
    const lost = [0, 1, 2, 3];
    for (const [place, value] of lost.entries()) {
      const seen = new Set<string>();
      const size = Number(rows()[place]?.split(': ')[1]);
      for (let press = 0; press < size; press++) {
        bars()[place]?.click();
        const which = source() ?? '';
        expect(which).toMatch(/^Run \d+ of 20, in this page$/);
        const number = Number(/\d+/.exec(which));
        seen.add(which);
        await vi.waitFor(() => expect(output.element().textContent.trim()).toBe(`run ${number}`));
        expect(number % 4).toBe(value);
      }
      expect(seen.size).toBe(size);
      expect(bars().map((bar) => bar.ariaPressed)).toEqual(
        bars().map((_, i) => String(i === place)),
      );
    }
    bars()[4]?.click();
    await vi.waitFor(() => expect(source()).toBe('Run 6 of 20, in this page'));
  });

  test('keeps the focus on the bar that a key opened', async () => {
    showPanel(race(), racing);
    await runOnceThenOften();
    bars()[1]?.focus();
    await userEvent.keyboard('{Enter}');
    expect(source()).toMatch(/^Run 1 of 20/);
    expect(document.activeElement).toBe(bars()[1]);
    await userEvent.keyboard('{Enter}');
    expect(source()).toMatch(/^Run 5 of 20/);
  });

  test('is stopped at once, and keeps the runs that were over', async () => {
    let runs = 0;
    const engine = standIn(({ trace, exit }) => {
      // The fifth never ends by itself.
      if (++runs === 5) return;
      trace({ type: 'mark', lane: 'main', name: 'result', at: 1, detail: { lost: 0 } });
      exit(0);
    });
    showPanel(engine, racing);
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished/);
    await repeat.click();
    await expect.element(page.getByText('Run 4 of 20')).toBeVisible();
    await stop.click();
    await expect.element(state).toMatchTextContent('3 runs, one outcome. Lost updates: 0.');
    expect(engine.alive()).toBe(0);
    expect(engine.spawned).toHaveLength(5);
  });

  test('gives way to Run, to Reset, and to leaving the page', async () => {
    const engine = standIn(({ print, exit }) => {
      if (engine.spawned.length === 2) return;
      print('done\n');
      exit(0);
    });
    const panel = showPanel(engine, racing);
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished/);
    await repeat.click();
    await vi.waitFor(() => expect(engine.spawned).toHaveLength(2));
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished/);
    expect(engine.spawned).toHaveLength(3);
    await reset.click();
    expect(document.querySelector<HTMLElement>('.many figure')?.hidden).toBe(true);
    panel.remove();
    await vi.waitFor(() => expect(engine.alive()).toBe(0));
  });

  test('compares the last line printed where nothing else is named', async () => {
    let runs = 0;
    const engine = standIn(({ print, exit }) => {
      print('begin\n');
      print(runs++ % 2 === 0 ? 'heads' : 'tails\n');
      exit(0);
    });
    showPanel(engine);
    await runOnceThenOften();
    expect(rows().sort()).toEqual(['heads: 10', 'tails: 10']);
    await expect
      .element(state)
      .toMatchTextContent(
        '20 runs, 2 different outcomes. Last line printed: tails (10 times), heads (10 times).',
      );
  });

  test('tells of an engine that cannot be had', async () => {
    const engine = race();
    const panel = showPanel(engine, racing);
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished/);
    panel.sandbox = () => Promise.reject(new Error('offline'));
    await repeat.click();
    await expect.element(state).toMatchTextContent(/could not be started here \(offline\)/);
  });
});
