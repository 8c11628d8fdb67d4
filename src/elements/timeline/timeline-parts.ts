/** The elements that a timeline is made of, as `components/Timeline.astro` renders them. */
export interface TimelineParts {
  readonly plot: HTMLElement;
  /** Where the key stands, and in its place what is under the cursor. */
  readonly words: HTMLElement;
  readonly key: HTMLElement;
  readonly controls: HTMLElement;
  /** Where comparing and saving go. */
  readonly tools: HTMLElement;
  readonly summary: HTMLElement;
  readonly source: HTMLElement;
  readonly table: HTMLElement;
  readonly details: HTMLDetailsElement | null;
  /** The cursor, for keys. */
  readonly slider: HTMLElement;
}

export function findParts(timeline: HTMLElement): TimelineParts {
  const part = (name: string): HTMLElement => {
    const found = timeline.querySelector<HTMLElement>(`[data-${name}]`);
    if (!found) throw new Error(`<trace-timeline> needs an element with data-${name} inside it.`);
    return found;
  };
  const plot = part('plot');
  return {
    plot,
    words: part('words'),
    key: part('key'),
    controls: part('controls'),
    tools: part('tools'),
    summary: part('summary'),
    source: part('source'),
    table: part('table'),
    details: timeline.querySelector<HTMLDetailsElement>('details.timeline-twin'),
    slider: plot.querySelector<HTMLElement>('[role=slider]') ?? addSlider(plot),
  };
}

function addSlider(plot: HTMLElement): HTMLElement {
  const slider = document.createElement('div');
  slider.className = 'timeline-cursor';
  slider.tabIndex = 0;
  slider.role = 'slider';
  slider.ariaLabel = 'Moment in the timeline';
  slider.ariaOrientation = 'horizontal';
  slider.ariaValueMin = '0';
  slider.ariaValueMax = '0';
  slider.ariaValueNow = '0';
  slider.ariaValueText = 'Before the first event';
  plot.append(slider);
  return slider;
}
