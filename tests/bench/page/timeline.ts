/** A timeline full of spans, as a reader moves along it, and as it grows. */
import '../../../src/components/timeline-drawing.css';
import '../../../src/elements/trace-timeline.ts';
import type { TraceTimeline } from '../../../src/elements/trace-timeline.ts';
import '../../../src/styles/base.css';
import '../../../src/styles/tokens.css';
import type { TraceEvent } from '../../../src/trace/trace-event.ts';

const HTML = `<trace-timeline><figure aria-label="Timeline">
  <div style="position: relative" data-plot></div>
  <div data-words><div data-key></div></div><div data-controls></div>
  <figcaption><p data-summary></p><p data-source></p><div data-tools></div>
  <details class="timeline-twin"><summary>The same as a table</summary><section data-table></section></details></figcaption>
</figure></trace-timeline>`;

const THREADS = ['main', 'worker 1', 'worker 2', 'worker 3'];
const RUN_MS = 10_000;

/** Spans that overlap by up to eight, a tenth of them waiting or failed, on four threads, in the order of time. */
function spans(count: number): readonly TraceEvent[] {
  return Array.from({ length: count }, (_, i): TraceEvent[] => {
    const at = (i / count) * RUN_MS;
    const lane = THREADS[i % THREADS.length] ?? 'main';
    const span = { lane, name: `request ${i}`, id: String(i) };
    const detail = { attempt: 1 + (i % 3), ok: i % 10 !== 0, waiting: i % 10 === 1 };
    return [
      { type: 'begin', ...span, at, detail },
      { type: 'end', ...span, at: at + (i % 17) * (RUN_MS / count) * 2 },
    ];
  }).flat();
}

export interface TimelineFigures {
  readonly framesPerSecond: number;
  readonly longestGapMs: number;
}

export async function timelineFrames(
  doing: 'resting' | 'panning' | 'zooming' | 'growing',
  items: number,
  lastsMs: number,
): Promise<TimelineFigures> {
  const place = document.createElement('div');
  place.style.inlineSize = '1100px';
  place.innerHTML = HTML;
  document.body.append(place);
  const element = place.querySelector('trace-timeline') as TraceTimeline;
  const plot = place.querySelector('[data-plot]') as HTMLElement;
  const events = spans(items);
  if (doing === 'growing') element.start('Growing.');
  else element.add(events);
  while (!plot.querySelector('svg') && doing !== 'growing') await frame();
  const turn = (options: WheelEventInit) => {
    const { left, top } = plot.getBoundingClientRect();
    const middle = { clientX: left + 600, clientY: top + 20 };
    plot.dispatchEvent(
      new WheelEvent('wheel', { ...middle, bubbles: true, cancelable: true, ...options }),
    );
  };
  if (doing === 'panning') for (let i = 0; i < 3; i++) turn({ ctrlKey: true, deltaY: -60 });
  await frame();

  const began = await frame();
  const frames: number[] = [];
  let now = began;
  let grown = 0;
  for (let i = 0; now - began < lastsMs; i++) {
    if (doing === 'panning') turn({ shiftKey: true, deltaY: i % 100 < 50 ? 25 : -25 });
    if (doing === 'zooming') turn({ ctrlKey: true, deltaY: i % 100 < 50 ? -8 : 8 });
    if (doing === 'growing') {
      const upTo = Math.min(events.length, Math.ceil(((now - began) / lastsMs) * events.length));
      element.add(events.slice(grown, upTo));
      grown = upTo;
    }
    now = await frame();
    frames.push(now);
  }
  place.remove();
  const gaps = frames.map((at, i) => at - (frames[i - 1] ?? began));
  return {
    framesPerSecond: (frames.length * 1_000) / (now - began),
    longestGapMs: Math.max(...gaps),
  };
}

const frame = (): Promise<number> => new Promise(requestAnimationFrame);
