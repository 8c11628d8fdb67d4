/** What a benchmark is: it measures in a page, or with Node, and gives rows for the table. */
import type { Browser, BrowserContext, Page } from 'playwright';
import { quartiles } from './statistics.ts';

export interface Bench {
  /** As in `npm run bench -- <name>`. */
  readonly name: string;
  /** Must leave the page as it found it: the next benchmark gets the same one. */
  measure(context: BenchContext): Promise<Row[]>;
}

export interface BenchContext {
  /** The page of `page/main.ts`; what is measured in it hangs on `globalThis.inPage`. */
  readonly page: Page;
  /** For what needs a page of its own. */
  readonly context: BrowserContext;
  readonly browser: Browser;
  readonly browserName: BrowserName;
  /** How often each thing is measured. */
  readonly rounds: number;
}

export type BrowserName = 'chromium' | 'firefox';

/** One thing that was measured, some times over. */
export interface Row {
  readonly what: string;
  readonly unit: string;
  readonly samples: readonly number[];
  /** What this is a multiple of, measured in the same run. */
  readonly ratios?: readonly Ratio[];
  readonly aim?: Aim;
}

export interface Ratio {
  readonly to: string;
  readonly value: number;
}

export interface Aim {
  readonly words: string;
  readonly isMet: boolean;
}

export const median = (row: Row): number => quartiles(row.samples).median;

/** How many times as much as the other one, by their medians. */
export const ratio = (row: Row, other: Row): Ratio => ({
  to: other.what,
  value: median(row) / median(other),
});
