/** What was predicted, as a line through the whole figure: a ghost beside what happened. */
import type { Figure } from './figure.ts';
import { fitFlag, toPx, visible } from './layout.ts';
import { element } from './markup.ts';
import { labelText, x } from './svg-parts.ts';

const LABEL_PX = 9;

export function drawPrediction({ predicted, scale, axisPx }: Figure): string {
  if (!predicted || !visible(scale, predicted.at, predicted.at)) return element('g', {}, '');
  const px = toPx(scale, predicted.at);
  const place = x(scale, px);
  const label = fitFlag(predicted.label, px, 0, scale.widthPx);
  return element(
    'g',
    { class: 'predicted' },
    element('line', { x1: place, x2: place, y1: 0, y2: axisPx }) +
      labelText(label, scale, LABEL_PX, 'predicted-label'),
  );
}
