/**
 * A histogram that is a table: a row an outcome, and in it a square for each run that came to it. What one sees and
 * what is read out are the same thing.
 */
import { element, escapeMarkup, oneLine } from './markup.ts';
import { type OutcomeBar, outcomeBars, type RunOutcome } from './outcomes.ts';

export interface OutcomeTableOptions {
  /** Heads the column of outcomes: what they are. */
  readonly label: string;
  /** A bar is a button that opens one of its runs. */
  readonly opens?: boolean;
  /** The place of the run that is open, among all, from 0. */
  readonly open?: number | undefined;
}

/** A `<table>`; its buttons have `data-bar`, the place of the bar among {@link outcomeBars}. */
export function outcomeTable(
  outcomes: readonly RunOutcome[],
  options: OutcomeTableOptions,
): string {
  const { label } = options;
  const headings = [label, 'Runs', 'How many'].map((heading, i) =>
    element(
      'th',
      { scope: 'col', class: ['', 'runs', 'number'][i] },
      escapeMarkup(oneLine(heading)),
    ),
  );
  const rows = outcomeBars(outcomes).map((bar, i) => row(bar, i, outcomes.length, options));
  return element(
    'table',
    { class: 'outcome-table' },
    element('thead', {}, element('tr', {}, headings.join(''))) +
      element('tbody', {}, rows.join('')),
  );
}

function row(
  bar: OutcomeBar,
  place: number,
  total: number,
  { opens, open }: OutcomeTableOptions,
): string {
  const drawn = squares(bar, total, open);
  const runs = `${bar.runs.length} ${bar.runs.length === 1 ? 'run' : 'runs'}`;
  const isOpen = open !== undefined && bar.runs.includes(open);
  const button = {
    type: 'button',
    'data-bar': place,
    'aria-pressed': String(isOpen),
    'aria-label': `Show one of: ${oneLine(bar.label)}, ${runs}`,
  };
  return element(
    'tr',
    { class: bar.isFailure ? 'failed' : '' },
    element('th', { scope: 'row' }, escapeMarkup(oneLine(bar.label, 80))) +
      element(
        'td',
        { class: 'runs' },
        opens && bar.runs.length > 0 ? element('button', button, drawn) : drawn,
      ) +
      element('td', { class: 'number' }, String(bar.runs.length)),
  );
}

/** As wide as all runs together would be, whatever the width of the page. */
function squares({ runs }: OutcomeBar, total: number, open: number | undefined): string {
  const rects = runs.map((run, i) =>
    element('rect', {
      class: run === open ? 'open' : '',
      x: i + 0.08,
      y: 0.08,
      width: 0.84,
      height: 0.84,
    }),
  );
  const box = { viewBox: `0 0 ${total} 1`, preserveAspectRatio: 'none', 'aria-hidden': 'true' };
  return element('svg', box, rects.join(''));
}
