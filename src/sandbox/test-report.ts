/**
 * The results of a program's tests as data, read from what `node:test` prints by itself. Pure.
 *
 * A program that declares tests with `node:test` reports them on standard output in the form `spec`, on Node on the
 * command line, in WebContainer and in the embedded engine alike, without any setting:
 *
 *     ▶ a queue
 *       ✔ begins empty (0.4ms)
 *       ✖ keeps the order (1.1ms)
 *     ✖ a queue (2.1ms)
 *     ﹣ is fast (0.1ms) # not on this machine
 *     ℹ tests 3
 *     ℹ pass 1
 *
 *     ✖ failing tests:
 *
 *     test at check.ts:9:3
 *     ✖ keeps the order (1.1ms)
 *       AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:
 *
 *       1 !== 2
 *
 *           at TestContext.<anonymous> (file:///home/lesson/check.ts:10:12) {
 *
 * Colours and carriage returns of a terminal are taken out. What the program prints itself lies between the lines and
 * is passed over; only a line of its own making in just this form would be taken for a result, and a name or a reason
 * that has a line break, or ends like a duration, is not understood.
 */

export interface TestCheck {
  /** The suites and tests that it is in, the outermost first. */
  readonly within: readonly string[];
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'todo';
  /** Milliseconds; 0 for what never began. */
  readonly durationMs: number;
  /** Why it was skipped, or is still to do, where a reason was given. */
  readonly reason?: string;
  readonly failure?: TestFault;
}

export interface TestFault {
  /** What is wrong, without the kind of error and without its stack; it may have several lines. */
  readonly message: string;
  /** All that was printed of it. */
  readonly details: string;
  /** Relative to the program's folder; line and column count from 1. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
}

export interface TestReport {
  /** Tests that have no others in them, in the order of the report. */
  readonly checks: readonly TestCheck[];
  /** What went wrong outside of those: in a suite, a hook, or a test that has others in it. */
  readonly others: readonly TestCheck[];
  /** False where the program ended, or was ended, before the report did. */
  readonly isComplete: boolean;
}

interface Line {
  readonly nesting: number;
  readonly sign: string;
  /** The line without its indentation: it stands again above the details of a failure. */
  readonly text: string;
  readonly name: string;
  readonly durationMs: number | undefined;
  readonly reason: string | undefined;
}

const FAILURES = /^✖ failing tests:$/m;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes of a terminal begin with one
const COLOURS = /\x1b\[[\d;]*m/g;
const RESULT = /^( *)([✔✖﹣⚠]) (.*?)(?: # (.*))?$/u;
const TIMED = /^( *)([✔✖﹣⚠]) (.*) \((\d+(?:\.\d+)?(?:e[+-]?\d+)?)ms\)(?: # (.*))?$/u;
const BEGUN = /^( *)▶ (.*)$/;

/** Reads the whole standard output of a program. Undefined where it is no report of tests. */
export function readTestReport(stdout: string): TestReport | undefined {
  const text = stdout.replace(COLOURS, '').replaceAll('\r\n', '\n');
  const end = lastMatch(text, FAILURES);
  const body = end === undefined ? text : text.slice(0, end);
  const faults = end === undefined ? [] : readFaults(text.slice(end));
  const isComplete = /^ℹ tests \d+$/m.test(text) && /^ℹ duration_ms /m.test(text);
  const checks: TestCheck[] = [];
  const others: TestCheck[] = [];
  let open: string[] = [];
  for (const written of body.split('\n')) {
    const begun = BEGUN.exec(written);
    if (begun) {
      open = [...open.slice(0, nestingOf(begun[1])), begun[2] ?? ''];
      continue;
    }
    const line = readLine(written, faults);
    if (!line) continue;
    const isEndOfOpen = open[line.nesting] === line.name && open.length > line.nesting;
    const within = open.slice(0, line.nesting);
    open = within;
    const check = checkOf(line, within, faults);
    if (!isEndOfOpen) checks.push(check);
    else if (check.failure) others.push(check);
  }
  return checks.length > 0 || others.length > 0 || isComplete
    ? { checks, others, isComplete }
    : undefined;
}

interface Fault extends TestFault {
  readonly heading: string;
  taken: boolean;
}

/** A line without a duration may be anything; it is a result if it is told again as a failure, or as left out. */
function readLine(written: string, faults: readonly Fault[]): Line | undefined {
  const timed = TIMED.exec(written);
  if (timed) {
    const [, indentation, sign = '', name = '', duration, reason] = timed;
    const nesting = nestingOf(indentation);
    return { nesting, sign, text: written.trimStart(), name, durationMs: Number(duration), reason };
  }
  const plain = RESULT.exec(written);
  if (!plain) return undefined;
  const [, indentation, sign = '', name = '', reason] = plain;
  const text = written.trimStart();
  const isKnown = faults.some(({ heading }) => heading === text);
  if (!isKnown && reason === undefined) return undefined;
  return { nesting: nestingOf(indentation), sign, text, name, durationMs: undefined, reason };
}

function checkOf(line: Line, within: readonly string[], faults: readonly Fault[]): TestCheck {
  const { name, durationMs = 0, sign } = line;
  const isExpected = line.reason === 'EXPECTED FAILURE';
  const reason = isExpected ? undefined : line.reason;
  const outcome =
    sign === '﹣'
      ? 'skipped'
      : reason !== undefined || sign === '⚠'
        ? 'todo'
        : sign === '✔'
          ? 'passed'
          : 'failed';
  const given = reason === 'SKIP' || reason === 'TODO' ? undefined : reason;
  const fault =
    sign === '✖' || sign === '⚠'
      ? faults.find(({ heading, taken }) => heading === line.text && !taken)
      : undefined;
  if (fault) fault.taken = true;
  return {
    within,
    name,
    outcome,
    durationMs,
    ...(given !== undefined && { reason: given }),
    ...(fault && { failure: faultOf(fault) }),
  };
}

function faultOf({ message, details, place }: Fault): TestFault {
  return place ? { message, details, place } : { message, details };
}

const PLACE = /^test at (.+):(\d+):(\d+)$/;

/** The failures at the end: where, the line of the result, and below it the error, indented. */
function readFaults(text: string): Fault[] {
  const faults: Fault[] = [];
  let place: TestFault['place'];
  let heading: string | undefined;
  let lines: string[] = [];
  const finish = () => {
    if (heading !== undefined) {
      const details = lines.join('\n').trimEnd();
      const fault = { heading, message: messageIn(details), details, taken: false };
      faults.push(place ? { ...fault, place } : fault);
    }
    heading = undefined;
    lines = [];
  };
  for (const line of text.split('\n').slice(1)) {
    const found = PLACE.exec(line);
    if (found) {
      finish();
      place = { file: found[1] ?? '', line: Number(found[2]), column: Number(found[3]) };
    } else if (/^[✖⚠] /u.test(line)) {
      if (heading !== undefined) {
        finish();
        place = undefined;
      }
      heading = line;
    } else if (heading !== undefined) lines.push(line.replace(/^ {2}/, ''));
  }
  finish();
  return faults;
}

/** `AssertionError [ERR_ASSERTION]: words` with its stack and properties becomes `words`. */
function messageIn(details: string): string {
  const quoted = /^'(.*)'$/s.exec(details);
  if (quoted) return (quoted[1] ?? '').replace(/\\(.)/g, '$1');
  const [head = ''] = details.split(/\n {4}at /);
  const words = head === details ? head.replace(/ ?\{(\n.*)?$/s, '') : head;
  return words
    .replace(/^\[?(?:Uncaught )?[\w.$]*(?:Error|Exception)\b(?: \[\w+\])?(?:: |$)/, '')
    .trim();
}

const nestingOf = (indentation = ''): number => indentation.length / 2;

function lastMatch(text: string, pattern: RegExp): number | undefined {
  let at: number | undefined;
  for (const found of text.matchAll(new RegExp(pattern, 'gm'))) at = found.index;
  return at;
}
