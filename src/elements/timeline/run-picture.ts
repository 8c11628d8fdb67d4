/** One run, drawn. Draws again only the parts that have changed, so that a run that grows costs little a frame. */
import { type Figure, type FigureOptions, layOut } from '../../trace/figure.ts';
import { timelineSummary } from '../../trace/summary.ts';
import { drawParts, svgStyle } from '../../trace/svg.ts';
import type { Timeline } from '../../trace/timeline.ts';

const SVG = 'http://www.w3.org/2000/svg';

export class RunPicture {
  readonly element = document.createElement('div');
  readonly #svg = document.createElementNS(SVG, 'svg');
  readonly #id: string;
  /** The markup of each part, as it stands in the figure. */
  #parts = new Map<string, string>();
  #figure: Figure | undefined;

  /** `id` is unique in the document. */
  constructor(id: string) {
    this.#id = id;
    this.element.className = 'timeline-drawing';
    this.#svg.setAttribute('class', 'timeline-svg');
    this.#svg.role = 'img';
  }

  /** What is drawn; undefined where there is nothing to draw. */
  get figure(): Figure | undefined {
    return this.#figure;
  }

  /** Where the axis is, from its beginning to its end. */
  get box(): DOMRect | undefined {
    return this.#figure && this.#svg.getBoundingClientRect();
  }

  draw(timeline: Timeline, options: FigureOptions): void {
    const figure = layOut(timeline, options);
    this.#figure = figure;
    const parts = drawParts(figure, { id: this.#id, titles: false });
    const same = [...parts.keys()].join('\n') === [...this.#parts.keys()].join('\n');
    if (same && this.#svg.parentNode) this.#replaceChanged(parts);
    else this.#svg.innerHTML = [...parts.values()].join('');
    this.#parts = new Map(parts);
    set(this.#svg, 'height', String(figure.heightPx));
    set(this.#svg, 'style', svgStyle(figure));
    if (this.#svg.parentNode !== this.element) this.element.replaceChildren(this.#svg);
  }

  /** The figure's sentence changes more slowly than its bars. */
  describe(timeline: Timeline, running: boolean): void {
    set(this.#svg, 'aria-label', timelineSummary(timeline, running));
  }

  /** Says in words why nothing is drawn. */
  drawNothing(words: string): void {
    this.#figure = undefined;
    this.#parts = new Map();
    const text = Object.assign(document.createElement('p'), { textContent: words });
    text.className = 'timeline-empty';
    this.element.replaceChildren(text);
  }

  #replaceChanged(parts: ReadonlyMap<string, string>): void {
    const elements = [...this.#svg.children];
    let i = 0;
    for (const [name, markup] of parts) {
      const element = elements[i++];
      if (element && this.#parts.get(name) !== markup) element.outerHTML = markup;
    }
  }
}

function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
