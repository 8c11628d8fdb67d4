import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/components/timeline-drawing.css';
import { TraceTimeline } from '../../src/elements/trace-timeline.ts';
import '../../src/styles/base.css';
import '../../src/styles/tokens.css';
import type { TraceEvent } from '../../src/trace/trace-event.ts';
import { run } from './trace-events.ts';

const figure = page.getByRole('figure', { name: 'Timeline' });
const drawing = figure.getByRole('img');
const slider = figure.getByRole('slider', { name: 'Moment in the timeline' });

/** What `Timeline.astro` renders, without its looks. */
function show(events: readonly unknown[], width = 900): TraceTimeline {
  const main = document.createElement('main');
  main.style.width = `${width}px`;
  main.innerHTML = `
    <h1>A lesson</h1>
    <trace-timeline>
      <figure aria-label="Timeline">
        <div style="position: relative" data-plot></div>
        <div data-words><div data-key></div></div>
        <div data-controls></div>
        <figcaption>
          <p data-summary></p>
          <p data-source>Drawn from a recording.</p>
          <div data-tools></div>
          <details class="timeline-twin"><summary>The same as a table</summary><section data-table></section></details>
        </figcaption>
      </figure>
      <script type="application/json" data-events></script>
    </trace-timeline>`;
  const data = main.querySelector('[data-events]');
  if (data) data.textContent = JSON.stringify(events);
  document.body.replaceChildren(main);
  const element = main.querySelector('trace-timeline');
  if (!(element instanceof TraceTimeline)) throw new Error('No timeline is shown');
  return element;
}

const frame = (): Promise<number> => new Promise(requestAnimationFrame);
const words = (element: Element): string[] =>
  [...element.querySelectorAll('svg text')].map((text) =>
    (text.textContent ?? '').replaceAll('\u00a0', ' '),
  );

afterEach(() => {
  document.body.replaceChildren();
});

test('tells a run that left nothing to draw from none at all', async () => {
  const element = show([]);
  await expect.element(figure).toMatchTextContent('Nothing has run yet.');
  element.start('Drawn from your run.');
  await expect.element(figure).toMatchTextContent('The program is starting.');
  element.finish({ type: 'exited', code: 1 });
  await expect
    .element(figure)
    .toMatchTextContent('The run was over before there was anything to draw.');
  await expect.element(figure).not.toMatchTextContent('Nothing has run yet.');
  element.restore('Your run will be drawn here.');
  await expect.element(figure).toMatchTextContent('Nothing has run yet.');
});

describe('the timeline of a recording', () => {
  test('is a picture that says what it shows', async () => {
    const element = show(run);
    await expect.element(drawing).toHaveAccessibleName(/^The main thread was blocked once/);
    await expect.element(figure).toMatchTextContent(/was blocked once, for 600 ms of 1 s/);
    await expect.element(figure).toMatchTextContent(/Drawn from a recording/);
    expect(words(element)).toEqual(expect.arrayContaining(['blocked 600 ms', 'slow view 600 ms']));
  });

  test('follows the width of its column', async () => {
    const element = show(run, 900);
    await expect.element(drawing).toBeVisible();
    expect(words(element)).toContain('✕ ↻2 job');
    element.closest('main')?.style.setProperty('width', '300px');
    await expect.poll(() => words(element)).not.toContain('✕ ↻2 job');
    const { right } = drawing.element().getBoundingClientRect();
    expect(right).toBeLessThanOrEqual(element.getBoundingClientRect().right);
  });

  test('has a table for those who ask for it', async () => {
    show(run);
    await figure.getByText('The same as a table').click();
    await expect.element(figure.getByRole('rowheader', { name: 'slow view' })).toBeVisible();
  });

  test('shows nothing but what may be shown', async () => {
    const element = show([
      null,
      { type: 'mark', lane: 'main', at: 'x' },
      { type: 'begin', lane: '<img src=x>', name: '<img src=x onerror=alert(1)>', id: '1', at: 1 },
      { type: 'end', lane: '<img src=x>', name: '<b>', id: '1', at: 900 },
    ]);
    await figure.getByText('The same as a table').click();
    await expect.element(figure.getByRole('table')).toBeVisible();
    expect(element.querySelectorAll('img, b')).toHaveLength(0);
    expect(words(element)).toContain('<img src=x onerror=alert(1)> 899 ms');
  });

  test('can be walked through by keys', async () => {
    show(run);
    slider.element().focus();
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}');
    await expect
      .element(slider)
      .toHaveAttribute('aria-valuetext', expect.stringMatching(/^main: slow view, 600.ms/));
    await expect.element(figure).toMatchTextContent(/main: slow view, 600 ms, at 100 ms/);
    await userEvent.keyboard('{End}');
    await expect.element(slider).toHaveAttribute('aria-valuenow', '1000');
    await userEvent.keyboard('{Home}');
    await expect.element(slider).toHaveAttribute('aria-valuenow', '0');
  });

  test('tells what is under the pointer, and at which moment the reader looks', async () => {
    const element = show(run);
    const moments: unknown[] = [];
    element.addEventListener('timeline-cursor', (event) => {
      if (event instanceof CustomEvent) moments.push(event.detail.at);
    });
    await expect.element(drawing).toBeVisible();
    const bar = [...element.querySelectorAll('svg .span rect')][0];
    if (!bar) throw new Error('No span is drawn');
    await userEvent.hover(bar);
    await expect.element(figure).toMatchTextContent(/main: slow view, 600 ms, at 100 ms/);
    expect(moments.at(-1)).toBeGreaterThan(110);
    expect(moments.at(-1)).toBeLessThan(710);
    await userEvent.hover(page.getByRole('heading', { name: 'A lesson' }));
    expect(moments.at(-1)).toBeUndefined();
  });

  test('can be looked at more closely, and as a whole again', async () => {
    const element = show(run);
    await figure.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => words(element)).not.toContain('in one go');
    await figure.getByRole('button', { name: 'All of it' }).click();
    await expect.poll(() => words(element)).toContain('in one go');
    slider.element().focus();
    await userEvent.keyboard('{End}+++');
    await expect.poll(() => words(element)).not.toContain('in one go');
    expect(words(element)).toContain('✕ ↻2 job');
    await userEvent.keyboard('0');
    await expect.poll(() => words(element)).toContain('in one go');
  });

  test.each(['light', 'dark'])('has no fault that axe finds, in %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    show(run);
    await expect.element(drawing).toBeVisible();
    const { violations } = await axe.run('trace-timeline', {
      rules: { 'color-contrast': { enabled: false } },
    });
    // The looks of what is around the drawing are those of the page.
    const contrast = await axe.run('[data-plot]', { runOnly: 'color-contrast' });
    const faults = [...violations, ...contrast.violations];
    expect(faults.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('the timeline of a run that is going on', () => {
  const opened: TraceEvent = { type: 'lane', lane: 'main', state: 'open', at: 50 };

  test('takes the place of the recording, and grows', async () => {
    const element = show(run);
    element.start('Drawn from your run.');
    await expect.element(figure).toMatchTextContent(/The program is starting/);
    element.add([opened]);
    await expect.element(figure).toMatchTextContent(/not been blocked so far/);
    await expect.element(figure).toMatchTextContent(/Drawn from your run/);
    const length = (): number =>
      [...element.querySelectorAll('svg .loop')].reduce(
        (sum, line) => sum + line.getBoundingClientRect().width,
        0,
      );
    await expect.poll(length).toBeGreaterThan(0);
    const before = length();
    await expect.poll(length).toBeGreaterThan(before);
    element.add([{ type: 'lane', lane: 'main', state: 'closed', at: 90, exitCode: 0 }]);
    element.finish({ type: 'exited', code: 0 });
    await expect.element(figure).toMatchTextContent(/was never blocked in 40 ms/);
  });

  test('shows that a thread is blocked while it lasts', async () => {
    const element = show(run);
    element.start('Drawn from your run.');
    element.add([opened, { ...opened, at: 50.001 }]);
    await expect.element(figure).toMatchTextContent(/has been blocked once so far/);
    const lasted = (): number =>
      element.querySelector('svg .hatched')?.getBoundingClientRect().width ?? 0;
    const before = lasted();
    await expect.poll(lasted).toBeGreaterThan(before);
    element.add([{ type: 'blocked', lane: 'main', at: 60, durationMs: 340 }]);
    element.finish({ type: 'exited', code: 0 });
    await expect.element(figure).toMatchTextContent(/was blocked once, for 340 ms/);
  });

  test('is drawn once a frame, however many events come', async () => {
    const element = show(run);
    element.clear();
    await frame();
    await frame();
    let drawn = 0;
    const observer = new MutationObserver(() => drawn++);
    const target = element.querySelector('.timeline-drawing');
    if (!target) throw new Error('Nothing is drawn');
    observer.observe(target, { childList: true });
    for (let at = 0; at < 500; at++) element.add([{ type: 'mark', lane: 'main', name: 'x', at }]);
    await expect.poll(() => drawn).toBeGreaterThan(0);
    await frame();
    observer.disconnect();
    expect(drawn).toBe(1);
    expect(words(element)).toContain('main');
  });

  test('says how threads ended that could not say it themselves', async () => {
    const element = show([]);
    element.start('Drawn from your run.');
    element.add([opened]);
    element.finish({ type: 'timed-out', limitMs: 2_000 });
    await expect.element(figure).toMatchTextContent(/and was stopped after 2 s/);
  });

  test('gives way to the recording again', async () => {
    const element = show(run);
    element.start('Drawn from your run.');
    element.add([opened]);
    element.restore('Drawn from a recording.');
    await expect.element(figure).toMatchTextContent(/Drawn from a recording/);
    await expect.poll(() => words(element)).toContain('blocked 600 ms');
  });

  test('rests when it is taken out of the page, and can be put back', async () => {
    const element = show(run);
    const main = element.closest('main');
    element.start('Drawn from your run.');
    element.add([opened]);
    await expect.element(drawing).toBeVisible();
    element.remove();
    const before = element.innerHTML;
    await frame();
    await frame();
    expect(element.innerHTML).toBe(before);
    main?.append(element);
    element.finish({ type: 'stopped' });
    await expect.element(figure).toMatchTextContent(/and was stopped/);
    expect(element.querySelectorAll('[role="slider"]')).toHaveLength(1);
  });
});
