/**
 * Lets the reader pick a line of a log: by pointing at it, by clicking it, or by the arrow keys from the log on.
 * Tells the moment at which it was printed; undefined when no line is picked any more. `clicked` is what the reader has
 * clicked before this was there.
 */
export function listenForLines(
  log: HTMLElement,
  onPick: (at: number | undefined) => void,
  signal: AbortSignal,
  clicked: EventTarget | null,
): void {
  const lineOf = (target: EventTarget | null): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>('.line[data-at]') : null;
  const pick = (line: HTMLElement | null): void => {
    const at = line?.dataset['at'];
    onPick(at === undefined ? undefined : Number(at));
  };
  const focused = (): HTMLElement | null => lineOf(document.activeElement);

  let pointed: HTMLElement | null = null;
  log.addEventListener(
    'pointermove',
    ({ target }) => {
      const line = lineOf(target);
      if (line === pointed) return;
      pointed = line;
      pick(line ?? focused());
    },
    { signal },
  );
  log.addEventListener(
    'pointerleave',
    () => {
      pointed = null;
      pick(focused());
    },
    { signal },
  );
  log.addEventListener(
    'click',
    ({ target }) => {
      const line = lineOf(target);
      // Who selects text does not pick a line.
      if (line && document.getSelection()?.isCollapsed !== false) focus(line);
    },
    { signal },
  );
  log.addEventListener('focusin', ({ target }) => lineOf(target) && pick(lineOf(target)), {
    signal,
  });
  log.addEventListener('focusout', () => pick(null), { signal });
  log.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      const lines = [...log.querySelectorAll<HTMLElement>('.line[data-at]')];
      const from = lines.indexOf(focused() ?? document.body);
      const next =
        from === -1 ? firstInView(log, lines) : lines[from + (event.key === 'ArrowDown' ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      focus(next);
    },
    { signal },
  );

  const line = lineOf(clicked);
  if (line) focus(line);
}

function focus(line: HTMLElement): void {
  // Not before: a log of a thousand lines must not be a thousand stops.
  line.tabIndex = -1;
  line.focus();
}

function firstInView(log: HTMLElement, lines: readonly HTMLElement[]): HTMLElement | undefined {
  const { top } = log.getBoundingClientRect();
  return lines.find((line) => line.getBoundingClientRect().bottom > top + 1);
}
