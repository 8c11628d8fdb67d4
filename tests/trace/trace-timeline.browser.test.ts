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

describe('a hand on the plot', () => {
  const plotOf = (element: Element): HTMLElement => {
    const plot = element.querySelector<HTMLElement>('[data-plot]');
    if (!plot) throw new Error('There is no plot');
    return plot;
  };
  const touch = (plot: Element, type: string, pointerId: number, shareX: number): void => {
    const { left, width, top } = plot.getBoundingClientRect();
    const place = { clientX: left + shareX * width, clientY: top + 20 };
    plot.dispatchEvent(
      new PointerEvent(type, {
        ...place,
        pointerId,
        pointerType: 'touch',
        bubbles: true,
        button: 0,
      }),
    );
  };
  const ticks = (element: Element): string[] =>
    [...element.querySelectorAll('.tick-label')].map((text) => text.textContent ?? '');

  test('pinches to look closer, and drags along the axis', async () => {
    const element = show(run);
    await expect.element(drawing).toBeVisible();
    const plot = plotOf(element);
    touch(plot, 'pointerdown', 1, 0.45);
    touch(plot, 'pointerdown', 2, 0.55);
    touch(plot, 'pointermove', 1, 0.2);
    touch(plot, 'pointermove', 2, 0.8);
    touch(plot, 'pointerup', 1, 0.2);
    touch(plot, 'pointerup', 2, 0.8);
    await expect.poll(() => words(element)).not.toContain('in one go');
    const before = ticks(element);
    touch(plot, 'pointerdown', 3, 0.5);
    touch(plot, 'pointermove', 3, 0.6);
    touch(plot, 'pointermove', 3, 0.9);
    touch(plot, 'pointerup', 3, 0.9);
    await expect.poll(() => ticks(element)).not.toEqual(before);
  });

  test('turns the wheel to scroll the page, and with Ctrl to look closer', async () => {
    const element = show(run);
    await expect.element(drawing).toBeVisible();
    const plot = plotOf(element);
    const turn = (options: WheelEventInit): boolean => {
      const { left, top } = plot.getBoundingClientRect();
      const place = { clientX: left + 400, clientY: top + 20, bubbles: true, cancelable: true };
      return plot.dispatchEvent(new WheelEvent('wheel', { ...place, ...options }));
    };
    expect(turn({ deltaY: 60 })).toBe(true);
    expect(turn({ deltaY: -120, ctrlKey: true })).toBe(false);
    await expect.poll(() => words(element)).not.toContain('in one go');
    expect(turn({ deltaY: 60 })).toBe(true);
    expect(turn({ deltaY: 60, shiftKey: true })).toBe(false);
  });

  test('goes from lane to lane by keys, looks at one bar, and moves along', async () => {
    const element = show(run);
    slider.element().focus();
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}{ArrowDown}');
    await expect
      .element(slider)
      .toHaveAttribute('aria-valuetext', expect.stringMatching(/^worker 1: /));
    await userEvent.keyboard('{ArrowUp}{Enter}');
    await expect
      .element(slider)
      .toHaveAttribute('aria-valuetext', expect.stringMatching(/^main: /));
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}{Enter}');
    await expect.poll(() => words(element)).not.toContain('worker ended');
    const before = ticks(element);
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await expect.poll(() => ticks(element)).not.toEqual(before);
  });
});

describe('two runs', () => {
  const compare = figure.getByRole('combobox', { name: 'Compare with' });
  const ended: TraceEvent = { type: 'lane', lane: 'main', state: 'closed', at: 90, exitCode: 0 };

  test('are compared on one axis: the run before, and the recording', async () => {
    const element = show(run);
    await expect.element(drawing).toBeVisible();
    for (const at of [90, 400]) {
      element.start('Drawn from your run.');
      element.add([{ type: 'lane', lane: 'main', state: 'open', at: 50 }]);
      element.add([{ ...ended, at }]);
      element.finish({ type: 'exited', code: 0 });
    }
    await compare.selectOptions('the run before');
    await expect.element(figure.getByText('The run before', { exact: true })).toBeVisible();
    await expect
      .element(figure)
      .toMatchTextContent(/Compared with the run before: took 350 ms, 310 ms more/);
    await compare.selectOptions('the recording');
    await expect.element(figure.getByText('The recording', { exact: true })).toBeVisible();
    await expect
      .element(figure)
      .toMatchTextContent(/Compared with the recording: took 350 ms, 650 ms less/);
    const [mine, other] = [...element.querySelectorAll('svg.timeline-svg')];
    expect(mine?.getBoundingClientRect().left).toBe(other?.getBoundingClientRect().left);
    expect(mine?.getBoundingClientRect().width).toBe(other?.getBoundingClientRect().width);
    await figure.getByText('The same as a table').click();
    await expect.element(figure.getByRole('rowheader', { name: 'Took' })).toBeVisible();
    const { violations } = await axe.run('trace-timeline', {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await compare.selectOptions('nothing');
    await expect.element(figure.getByText('The recording', { exact: true })).not.toBeVisible();
  });
});

test('a run is saved as a file, from a menu that keys can use', async () => {
  show(run);
  await expect.element(drawing).toBeVisible();
  const saved: string[] = [];
  const note = (event: Event): void => {
    if (!(event.target instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    saved.push(event.target.download);
  };
  // A link that was never put into the page is clicked where nobody else hears it.
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    this.addEventListener('click', note);
    click.call(this);
  };
  try {
    for (const words of ['Picture (SVG)', 'Trace (JSON)', 'Chrome trace (JSON)']) {
      await figure.getByText('Save', { exact: true }).click();
      await figure.getByRole('button', { name: words, exact: true }).click();
      await expect.element(figure.getByRole('button', { name: words })).not.toBeInTheDocument();
    }
    await expect.poll(() => saved).toEqual(['timeline.svg', 'trace.json', 'trace.chrome.json']);
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
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
