import type { DifferentLine } from '../../quiz/types.ts';

const words: Readonly<Record<DifferentLine['type'], string>> = {
  same: 'same',
  changed: '≠ differs',
  missing: '− missing',
  extra: '+ extra',
};

/** What was expected beside what was given, a line a row, with a word for each difference. */
export function differenceTable(lines: readonly DifferentLine[]): HTMLTableElement {
  const table = document.createElement('table');
  table.className = 'difference';
  const head = table.createTHead().insertRow();
  for (const title of ['It prints', 'You wrote', 'Line by line']) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = title;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const line of lines) {
    const row = body.insertRow();
    row.dataset['type'] = line.type;
    row.insertCell().textContent = 'expected' in line ? line.expected : '';
    row.insertCell().textContent = 'given' in line ? line.given : '';
    row.insertCell().textContent = words[line.type];
  }
  return table;
}
