/** What counts of a run in a WebContainer, where a terminal takes the place of two streams and one kill that of signals. */
import type { Case, Ran } from '../case.ts';

/**
 * - A terminal is one stream: where a program writes to both, the lines count and not which stream they came by,
 *   nor so what order they have across the two. Within them Node's own frames, places and advice do not count.
 * - `kill()` names no signal, and asks the process to end as SIGTERM does.
 */
export function inContainer(ran: Ran, given: Case, of: 'node' | 'engine'): Ran {
  if (Object.hasOwn(onlyExit, given.id)) return { stdout: '', stderr: '', exit: ran.exit };
  const exit = of === 'node' && isKilled(given) ? ran.exit.replace('137', '143') : ran.exit;
  if (given.expected.stderr === '') return { ...ran, exit };
  return { stdout: linesOf(`${ran.stdout}\n${ran.stderr}`), stderr: '', exit };
}

const preloadShows = 'the preload that traces is among the options that the program prints';

/** Programs whose output cannot be held against Node's, with the reason. How they end still counts. */
export const onlyExit: Readonly<Record<string, string>> = {
  'child-process/hot-loop-killed':
    'the trace of a child whose output the program reads for itself stands in that output',
  'modules/commonjs-main':
    'with a preload Node loads a CommonJS entry by way of its loader of ES modules',
  'process-life/about-the-process': preloadShows,
  'streams/standard-output': 'what one stream leaves open of a line the other continues',
  'threads/names-and-flags': preloadShows,
};

function isKilled({ after = [] }: Case): boolean {
  return after.some((step) => 'kill' in step && step.kill === 'SIGKILL');
}

function linesOf(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/\(node:\d+\)/, '(node:#)')
        .replace(/[ ,{]+$/, ''),
    )
    .filter((line) => !nodesOwn.test(line))
    .sort()
    .join('\n');
}

/** What Node prints around an error, and what `comparison.ts` therefore leaves out of standard error. */
const nodesOwn =
  /^(|\^+|\^~*|at .*\bnode:.*|node:internal\/.*|triggerUncaughtException\(.*|(process\.nextTick\(\(\) => \{ )?throw .*|new UnhandledPromiseRejection\(reason\);|\.\.\. \d+ lines matching cause stack trace \.\.\.|\(Use `node --trace-uncaught .*|Node\.js v\d.*)$/;
