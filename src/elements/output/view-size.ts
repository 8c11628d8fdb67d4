/** How many columns and rows of text a view has room for, as a terminal would say it. */
import type { TerminalSize } from '../../sandbox/engine.ts';

/** Some of its characters side by side: one alone would be rounded too much. */
const SAMPLE = '0'.repeat(20);

/** Tells the size at once and each time that it changes, until the function that it gives is called. */
export function followSize(view: HTMLElement, tell: (size: TerminalSize) => void): () => void {
  const observer = new ResizeObserver(() => tell(sizeOf(view)));
  observer.observe(view);
  return () => observer.disconnect();
}

function sizeOf(view: HTMLElement): TerminalSize {
  const sample = document.createElement('span');
  sample.textContent = SAMPLE;
  sample.style.cssText = 'position: absolute; visibility: hidden; white-space: pre';
  sample.ariaHidden = 'true';
  view.append(sample);
  const { width, height } = sample.getBoundingClientRect();
  sample.remove();
  const { clientWidth, clientHeight } = view;
  const { paddingLeft, paddingRight } = getComputedStyle(view);
  const room = clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  return {
    columns: Math.max(1, Math.floor((room * SAMPLE.length) / width)),
    rows: Math.max(1, Math.floor(clientHeight / height)),
  };
}
