/** The time axis under the lanes, with a fine line up through them at each of its ticks. */
import type { Figure } from './figure.ts';
import { ticks } from './format.ts';
import { textPx, toPx } from './layout.ts';
import { element, percent } from './markup.ts';

export function drawAxis({ scale, timeline, axisPx: y }: Figure): string {
  const { fromMs, toMs, widthPx } = scale;
  const { startMs } = timeline;
  const fits = (longest: string, stepMs: number): boolean =>
    (stepMs / (toMs - fromMs)) * widthPx >= Math.max(textPx(longest) + 20, widthPx / 10);
  const marks = ticks(fromMs - startMs, toMs - startMs, fits).map(({ at, label }) => {
    const px = toPx(scale, at + startMs);
    const x = percent(px / widthPx);
    const half = textPx(label) / 2;
    const anchor = px < half ? 'start' : px > widthPx - half ? 'end' : 'middle';
    return (
      element('line', { class: 'tick', x1: x, x2: x, y1: 0, y2: y + 4 }) +
      element('text', { class: 'tick-label', x, y: y + 18, 'text-anchor': anchor }, label)
    );
  });
  const base = element('line', { class: 'base', x1: '0%', x2: '100%', y1: y, y2: y });
  return element('g', { class: 'axis' }, marks.join('') + base);
}
