/** The timeline's twin for everybody who would rather read than look. */
import { durationText } from './format.ts';
import { element, escapeMarkup, oneLine } from './markup.ts';
import { type Row, timelineRows } from './rows.ts';
import type { Timeline } from './timeline.ts';

/** More rows nobody reads; how many are missing is said. */
const MAX_ROWS = 300;

const HEADINGS = ['Begins at', 'Thread', 'What', 'Lasts', 'Note'];

/** A `<table>` with a row an event, in the order of time; `heading` is its caption. */
export function timelineTable(timeline: Timeline, heading = 'What happened when'): string {
  const rows = timelineRows(timeline);
  const shown = rows.slice(0, MAX_ROWS);
  const missing = rows.length - shown.length + timeline.dropped;
  const caption = missing > 0 ? `${heading} (${missing} more not shown)` : heading;
  const head = HEADINGS.map((heading) => element('th', { scope: 'col' }, heading)).join('');
  return element(
    'table',
    { class: 'timeline-table' },
    element('caption', {}, caption) +
      element('thead', {}, element('tr', {}, head)) +
      element('tbody', {}, shown.map((row) => tableRow(row, timeline.startMs)).join('')),
  );
}

function tableRow({ at, title, what, lastsMs, note }: Row, startMs: number): string {
  const lasts = lastsMs === undefined ? '' : durationText(lastsMs);
  return element(
    'tr',
    {},
    element('td', { class: 'number' }, durationText(at - startMs)) +
      element('td', {}, escapeMarkup(oneLine(title))) +
      element('th', { scope: 'row' }, escapeMarkup(oneLine(what, 120))) +
      element('td', { class: 'number' }, lasts) +
      element('td', {}, escapeMarkup(oneLine(note, 200))),
  );
}
