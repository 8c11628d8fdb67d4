/** The cursor as it is seen: a line through the figure, and a ring around what the keys have come to. */
import { boxOf } from '../../trace/find.ts';
import { toPx } from '../../trace/layout.ts';
import type { Row } from '../../trace/rows.ts';
import type { RunPicture } from './run-picture.ts';

export class CursorLine {
  readonly ring = document.createElement('div');
  readonly #plot: HTMLElement;
  readonly #line: HTMLElement;

  constructor(plot: HTMLElement, line: HTMLElement) {
    this.#plot = plot;
    this.#line = line;
    this.ring.className = 'timeline-ring';
    this.ring.hidden = true;
  }

  /** `at` is on the run's clock; `row` is what the ring goes around. */
  place(picture: RunPicture, at: number | undefined, row: Row | undefined): void {
    const { figure, box } = picture;
    this.#line.classList.toggle('placed', at !== undefined);
    this.ring.hidden = true;
    if (at === undefined || !figure || !box) return;
    const plot = this.#plot.getBoundingClientRect();
    const perPx = box.width / figure.scale.widthPx;
    const left = box.left - plot.left;
    const px = left + toPx(figure.scale, at) * perPx;
    this.#line.style.insetInlineStart = `${Math.max(0, Math.min(plot.width, px))}px`;
    const around = row && boxOf(figure, row);
    if (!around) return;
    const from = Math.max(-4, around.fromPx * perPx - 3);
    const to = Math.min(box.width + 4, around.toPx * perPx + 3);
    if (to < from) return;
    this.ring.hidden = false;
    Object.assign(this.ring.style, {
      insetInlineStart: `${left + from}px`,
      inlineSize: `${Math.max(6, to - from)}px`,
      insetBlockStart: `${box.top - plot.top + around.topPx - 3}px`,
      blockSize: `${around.heightPx + 6}px`,
    });
  }
}
