/** The event loops while a program runs: the page's own, and those of the program. */
import axe from 'axe-core';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { loadSandbox } from '../../src/elements/panel/session.ts';
import { edits, progress } from '../../src/progress/storage.ts';
import type { TraceEvent } from '../../src/trace/trace-event.ts';
import { program, showPanel } from './panel-page.ts';
import { standIn } from './stand-in-engine.ts';

const run = page.getByRole('button', { name: 'Run', exact: true });
const stop = page.getByRole('button', { name: 'Stop' });
const reset = page.getByRole('button', { name: 'Reset', exact: true });
const state = page.getByRole('status');
const rows = () =>
  [...document.querySelectorAll('.instruments tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td:not(.beats)')].map(({ textContent }) => textContent),
  );
const beats = (row: number) =>
  (document.querySelectorAll('.instruments path')[row]?.getAttribute('d')?.match(/V8/g) ?? [])
    .length;
/** Milliseconds of a duration as it is written: "612 ms", "1.02 s". */
const msOf = (text = '') => Number.parseFloat(text) * (/\ds$|\ss$/.test(text) ? 1_000 : 1);
const loop = (lane: string, at: number): TraceEvent => ({
  type: 'loop',
  lane,
  at,
  p50Ms: 0.1,
  p99Ms: 0.4,
  maxMs: 612,
  utilization: 0.754,
});

beforeEach(() => {
  document.body.replaceChildren();
  edits.erase();
  progress.add({ type: 'erased' });
});

describe('the instruments of a run', () => {
  test('show how late and how busy each loop is, and the page beside them', async () => {
    const engine = standIn(async ({ trace, killed }) => {
      trace(loop('main', 10));
      trace(loop('worker 1', 20));
      await killed;
    });
    showPanel(engine);
    await run.click();
    await vi.waitFor(() =>
      expect(rows()).toMatchObject([
        ['this page', expect.stringMatching(/ms$/), expect.stringMatching(/ms$/), '–'],
        ['main', '0.4\u00a0ms', '612\u00a0ms', '75 %'],
        ['worker 1', '0.4\u00a0ms', '612\u00a0ms', '75 %'],
      ]),
    );
    await vi.waitFor(() => expect(beats(0)).toBeGreaterThan(2));
    expect(beats(1)).toBe(1);
    expect(
      document.querySelector('.instruments [aria-live], .instruments [role=status]'),
    ).toBeNull();
    expect((await axe.run('.instruments')).violations.map(({ id }) => id)).toEqual([]);
    await stop.click();
    await expect.element(state).toMatchTextContent(/^Stopped/);
    // Its figures stay; the page's heart is not watched any more.
    const last = beats(0);
    expect(rows()).toHaveLength(3);
    expect(document.querySelector('.instruments')?.hasAttribute('data-live')).toBe(false);
    expect(beats(0)).toBe(last);
    await reset.click();
    expect(rows()).toEqual([]);
  });

  test('watch no more loops than somebody can look at', async () => {
    const engine = standIn(({ trace, exit }) => {
      for (let worker = 1; worker <= 40; worker++) trace(loop(`worker ${worker}`, worker));
      exit(0);
    });
    showPanel(engine);
    await run.click();
    await expect.element(state).toMatchTextContent(/^Finished/);
    await vi.waitFor(() => expect(rows()).toHaveLength(8));
  });

  test('stop with the panel that leaves the page', async () => {
    const clear = vi.spyOn(globalThis, 'clearInterval');
    const panel = showPanel(standIn(async ({ killed }) => killed));
    await run.click();
    await vi.waitFor(() => expect(rows()).toHaveLength(1));
    clear.mockClear();
    panel.remove();
    await vi.waitFor(() => expect(clear).toHaveBeenCalled());
    clear.mockRestore();
  });

  test('beat on for the page while the program of the embedded engine is blocked', async () => {
    const main = `
      await new Promise((done) => setTimeout(done, 300));
      const end = Date.now() + 900;
      while (Date.now() < end);
      await new Promise((done) => setTimeout(done, 300));
    `;
    const files = { 'main.js': main };
    const panel = showPanel(
      standIn(() => undefined),
      { ...program, files, entry: 'main.js', stripped: {} },
    );
    panel.sandbox = loadSandbox;
    await run.click();
    await expect.element(state, { timeout: 20_000 }).toMatchTextContent(/^Finished/);
    const [, lane] = rows();
    expect(lane?.[0]).toBe('main');
    // Of 1.5 seconds the loop was blocked for 0.9, so the worst delay is near that, and so is the 99th percentile.
    expect(msOf(lane?.[2])).toBeGreaterThan(700);
    expect(msOf(lane?.[1])).toBeGreaterThan(500);
    expect(beats(0)).toBeGreaterThan(beats(1));
  });
});
