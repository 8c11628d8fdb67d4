/** Rows of a benchmark as a table of Markdown: it goes into an issue as it is. */
import type { Row } from './bench.ts';
import { quartiles } from './statistics.ts';

export function table(rows: readonly Row[]): string {
  const head = ['what', 'median', 'quartiles', 'n', 'ratio', 'aim'];
  const cells = [head, head.map(() => '---'), ...rows.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    .join('\n');
}

function cellsOf({ what, unit, samples, ratios = [], aim }: Row): string[] {
  const { low, median, high } = quartiles(samples);
  return [
    what,
    `${rounded(median)} ${unit}`,
    samples.length > 1 ? `${rounded(low)} – ${rounded(high)}` : '',
    String(samples.length),
    ratios.map(({ to, value }) => `${value.toFixed(2)} × ${to}`).join(', '),
    aim ? `${aim.words}: ${aim.isMet ? 'met' : 'MISSED'}` : '',
  ];
}

/** To three digits that say something. */
function rounded(value: number): string {
  if (!Number.isFinite(value)) return '?';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}
