/** Comparing what a reader wrote with what a program prints, line by line. */
import type { DifferentLine } from './types.ts';

/** Lines beyond this many are not compared: the table of the comparison grows with the square. */
const MAX_LINES = 200;

/** The lines that count: white space at the ends does not, nor how much of it is between words, nor empty lines. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '')
    .slice(0, MAX_LINES);
}

/**
 * The shortest account of how `given` differs from `expected`: by the longest common subsequence of their lines.
 * A line that is missing and one that is extra in the same place are one line that was changed.
 */
export function difference(
  expected: readonly string[],
  given: readonly string[],
): readonly DifferentLine[] {
  // common[i][j]: how many lines the ends of both texts, from i and from j, have in common.
  const common = Array.from({ length: expected.length + 1 }, () =>
    new Array<number>(given.length + 1).fill(0),
  );
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = expected.length - 1; i >= 0; i--) {
    const row = common[i];
    if (!row) continue;
    for (let j = given.length - 1; j >= 0; j--)
      row[j] =
        expected[i] === given[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }

  const lines: DifferentLine[] = [];
  let missing: string[] = [];
  let extra: string[] = [];
  function flush(): void {
    for (let n = 0; n < Math.max(missing.length, extra.length); n++) {
      const [lost, added] = [missing[n], extra[n]];
      if (lost !== undefined && added !== undefined)
        lines.push({ type: 'changed', expected: lost, given: added });
      else if (lost !== undefined) lines.push({ type: 'missing', expected: lost });
      else if (added !== undefined) lines.push({ type: 'extra', given: added });
    }
    missing = [];
    extra = [];
  }
  for (let i = 0, j = 0; i < expected.length || j < given.length; ) {
    const [wanted, got] = [expected[i], given[j]];
    if (wanted !== undefined && wanted === got) {
      flush();
      lines.push({ type: 'same', expected: wanted, given: got });
      i++;
      j++;
    } else if (wanted !== undefined && (got === undefined || at(i + 1, j) >= at(i, j + 1))) {
      missing.push(wanted);
      i++;
    } else if (got !== undefined) {
      extra.push(got);
      j++;
    }
  }
  flush();
  return lines;
}
