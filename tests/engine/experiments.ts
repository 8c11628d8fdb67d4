/**
 * The twenty programs that the course's experiments grew from, in `experiments/`, unchanged. They print what they measure,
 * so their output is not compared: with CHECK=1 each judges its own results, by orders and ratios.
 */
import type { Runnable } from './case.ts';

const texts = import.meta.glob<string>('./experiments/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const files = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path.replace('./experiments/', ''), text]),
);

export interface Experiment extends Runnable {
  readonly name: string;
}

export const experiments: readonly Experiment[] = Object.keys(files)
  .filter((entry) => /^\d/.test(entry))
  .map((entry) => ({
    name: entry.replace('.ts', ''),
    files,
    entry,
    env: { CHECK: '1' },
    timeLimitMs: 60_000,
  }));

/** What an embedded engine cannot run, with the reason. It says so itself, before the run where it can tell. */
export const notInAPage: Readonly<Record<string, { because: string; stopAfter?: string }>> = {
  '13-context': {
    because: 'AsyncLocalStorage follows an await only with the help of the JavaScript engine',
  },
  '19-kill': {
    because: 'a browser sets no limit to the memory of a thread',
    // What comes then would take all memory that the browser gives, and its page with it.
    stopAfter: 'endless loop: terminated',
  },
};

/** What runs in WebKit to its end, but weighs times there that its check does not expect, with the reason. */
export const otherTimesInWebKit: Readonly<Record<string, string>> = {
  '05-retry': 'timers that are due together are called over more than one of its slots of 50 ms',
  '09-tail': 'each call that is taken back makes an error, which costs milliseconds there',
};
