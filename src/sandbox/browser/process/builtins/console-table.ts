/** What `console.table` draws. */
import { inspect } from 'node-inspect-extracted';

const VALUES = 'Values';

export function consoleTable(data: object, wanted?: readonly string[]): string {
  const { indexName, rows } = rowsOf(data);
  const keys: string[] = [];
  let hasValues = false;
  for (const [, row] of rows) {
    if (isObject(row)) {
      for (const key of Object.keys(row)) if (!keys.includes(key)) keys.push(key);
    } else hasValues = true;
  }
  const columns = wanted ?? keys;
  const head = [indexName, ...columns, ...(hasValues ? [VALUES] : [])];
  const body = rows.map(([index, row]) => [
    index,
    ...columns.map((key) => (isObject(row) && key in row ? cell(Reflect.get(row, key)) : '')),
    ...(hasValues ? [isObject(row) ? '' : cell(row)] : []),
  ]);
  return draw([head, ...body]);
}

function rowsOf(data: object): { indexName: string; rows: [string, unknown][] } {
  if (data instanceof Map) {
    const rows = [...data].map(([key, value], index): [string, unknown] => [
      String(index),
      { Key: key, Values: value },
    ]);
    return { indexName: '(iteration index)', rows };
  }
  if (data instanceof Set) {
    const rows = [...data].map((value, index): [string, unknown] => [String(index), value]);
    return { indexName: '(iteration index)', rows };
  }
  return { indexName: '(index)', rows: Object.entries(data) };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function cell(value: unknown): string {
  return inspect(value, {
    depth: isObject(value) && Object.keys(value).length > 2 ? -1 : 0,
    maxArrayLength: 3,
    breakLength: Number.POSITIVE_INFINITY,
  });
}

function draw(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map(
    (_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)) + 2,
  );
  const rule = (left: string, middle: string, right: string) =>
    left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
  const line = (row: readonly string[]) =>
    `│${widths.map((width, column) => ` ${(row[column] ?? '').padEnd(width - 1)}`).join('│')}│`;
  const [head = [], ...body] = rows.map(line);
  return [rule('┌', '┬', '┐'), head, rule('├', '┼', '┤'), ...body, rule('└', '┴', '┘')].join('\n');
}
