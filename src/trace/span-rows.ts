/**
 * Puts spans that overlap into rows under each other. Rows do not depend on the scale, so that nothing jumps while
 * the reader zooms; and what is added at the end of a run moves nothing that came before it.
 */
import type { Span } from './timeline.ts';

/** More rows than these would be a page, not a figure. */
export const MAX_ROWS = 40;
const NO_ROW = -1;

export class SpanRows {
  /** Of each row its spans, in the order of time; they do not overlap. */
  readonly rows: Span[][] = [];
  /** How many spans found no row. */
  left = 0;
  /** Of each span its row. */
  readonly #rowOf: number[] = [];

  /** `spans` are in the order of the timeline, and the same as last time up to the index `from`. */
  update(spans: readonly Span[], from: number): void {
    while (this.#rowOf.length > from) {
      const row = this.#rowOf.pop() ?? NO_ROW;
      if (row === NO_ROW) this.left--;
      else this.rows[row]?.pop();
    }
    while (this.rows.at(-1)?.length === 0) this.rows.pop();
    for (let i = from; i < spans.length; i++) {
      const span = spans[i] as Span;
      const row = this.#rowFor(span);
      this.#rowOf.push(row);
      if (row === NO_ROW) this.left++;
      else if (this.rows[row]) this.rows[row].push(span);
      else this.rows[row] = [span];
    }
  }

  /**
   * The row whose last span has the same name, if it is free: attempts of one call stand beside each other. Otherwise
   * the first one that is: what runs inside another span lies under it, what follows lies beside it.
   */
  #rowFor(span: Span): number {
    let first = NO_ROW;
    for (const [i, row] of this.rows.entries()) {
      const last = row.at(-1);
      if (last && endOf(last) > span.at) continue;
      if (last?.name === span.name) return i;
      if (first === NO_ROW) first = i;
    }
    if (first !== NO_ROW) return first;
    return this.rows.length < MAX_ROWS ? this.rows.length : NO_ROW;
  }
}

/** What has not ended keeps its row for good. */
function endOf({ until }: Span): number {
  return until ?? Number.POSITIVE_INFINITY;
}
