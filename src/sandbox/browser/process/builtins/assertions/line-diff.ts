/**
 * The shortest edit script between two lists of lines, after E. W. Myers, "An O(ND) Difference Algorithm and Its
 * Variations" (Algorithmica 1, 1986), and how node:assert prints it.
 */
interface Edit {
  readonly kind: 'same' | 'actual' | 'expected';
  readonly line: string;
}

const CONTEXT_LINES = 5;

/** Two lines are the same when they differ only by the comma after a list's last member, if `ignoreComma` says so. */
export function lineDiff(
  actual: readonly string[],
  expected: readonly string[],
  ignoreComma: boolean,
): Edit[] {
  const same = (a = '', b = '') => a === b || (ignoreComma && (`${a},` === b || a === `${b},`));
  const furthest: Map<number, number>[] = [];
  const ends = new Map<number, number>();
  const at = (from: ReadonlyMap<number, number>, diagonal: number) => from.get(diagonal) ?? 0;
  const comesDown = (from: ReadonlyMap<number, number>, diagonal: number, edits: number) =>
    diagonal === -edits || (diagonal !== edits && at(from, diagonal - 1) < at(from, diagonal + 1));

  search: for (let edits = 0; ; edits++) {
    furthest.push(new Map(ends));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = comesDown(ends, diagonal, edits)
        ? at(ends, diagonal + 1)
        : at(ends, diagonal - 1) + 1;
      while (
        x < actual.length &&
        x - diagonal < expected.length &&
        same(actual[x], expected[x - diagonal])
      )
        x++;
      ends.set(diagonal, x);
      if (x >= actual.length && x - diagonal >= expected.length) break search;
    }
  }

  const script: Edit[] = [];
  let x = actual.length;
  let y = expected.length;
  for (let edits = furthest.length - 1; edits >= 0; edits--) {
    const before = furthest[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const previous = comesDown(before, diagonal, edits) ? diagonal + 1 : diagonal - 1;
    const previousX = at(before, previous);
    const previousY = previousX - previous;
    while (x > previousX && y > previousY) {
      x--;
      y--;
      const own = actual[x] ?? '';
      const line = ignoreComma && !own.endsWith(',') ? (expected[y] ?? '') : own;
      script.push({ kind: 'same', line });
    }
    if (edits === 0) break;
    if (x > previousX) script.push({ kind: 'actual', line: actual[--x] ?? '' });
    else script.push({ kind: 'expected', line: expected[--y] ?? '' });
  }
  return script.reverse();
}

/** With long runs of equal lines left out; `skipped` says whether any were. */
export function printDiff(script: readonly Edit[]): { text: string; skipped: boolean } {
  const signs = { same: ' ', actual: '+', expected: '-' } as const;
  const lines: string[] = [];
  let skipped = false;
  for (let from = 0; from < script.length; ) {
    const kind = script[from]?.kind ?? 'same';
    let to = from;
    while (script[to]?.kind === kind) to++;
    const run = script.slice(from, to).map(({ line }) => `${signs[kind]} ${line}`);
    const last = to === script.length;
    from = to;
    if (kind !== 'same' || run.length <= CONTEXT_LINES) lines.push(...run);
    else if (last) lines.push(...run.slice(0, CONTEXT_LINES));
    else if (run.length <= CONTEXT_LINES + 2) lines.push(...run);
    else {
      lines.push(...run.slice(0, CONTEXT_LINES), '...', ...run.slice(-1));
      skipped = true;
    }
  }
  return { text: `\n${lines.join('\n').trimEnd()}`, skipped };
}
