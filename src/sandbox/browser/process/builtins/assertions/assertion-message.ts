/** What node:assert says of two values that are not as they should be. */
import { inspect } from '../../inspection.ts';
import { lineDiff, printDiff } from './line-diff.ts';

/** How much is said. */
export type DiffStyle = 'simple' | 'full';

export interface Compared {
  readonly actual: unknown;
  readonly expected: unknown;
  readonly operator: string | undefined;
  readonly diff: DiffStyle;
}

const words: Readonly<Record<string, string>> = {
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  partialDeepStrictEqual: 'Expected values to be partially and strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notIdentical: 'Values have same structure but are not reference-equal:',
  notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
};

const SHORT_CHARACTERS = 12;
const LONG_CHARACTERS = 512;
const TERMINAL_COLUMNS = 80;
const MAX_LINES = 50;

/** Operators whose message shows the difference, also below words of the program's own. */
export const showsDifference = (operator: string | undefined): boolean =>
  operator === 'deepStrictEqual' ||
  operator === 'strictEqual' ||
  operator === 'partialDeepStrictEqual';

/** The message for an assertion that was given none. */
export function assertionMessage(compared: Compared): string {
  const { operator } = compared;
  if (showsDifference(operator)) return difference(compared);
  if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') return oneOf(compared);
  return both(compared);
}

/** Both values with what is only in one of them marked, below a headline. */
export function difference(compared: Compared, headline?: string): string {
  const { actual, expected, diff } = compared;
  let operator = compared.operator ?? '';
  if (operator === 'strictEqual' && areBothReferences(actual, expected)) operator += 'Object';
  const actualLines = shown(actual).split('\n');
  const expectedLines = shown(expected).split('\n');
  const isFlat = actualLines.length === 1 && expectedLines.length === 1;
  let head = '+ actual - expected';
  let skipped = false;
  let body: string;
  if (isFlat && !(isObject(actual) && isObject(expected))) {
    const inLine = pairInLine(compared, actualLines[0] ?? '', expectedLines[0] ?? '');
    if (inLine !== undefined) head = '';
    body = inLine ?? stacked(actualLines[0] ?? '', expectedLines[0] ?? '');
  } else if (actualLines.join('\n') === expectedLines.join('\n')) {
    operator = 'notIdentical';
    head = '';
    skipped = actualLines.length > MAX_LINES && diff !== 'full';
    body = skipped ? `${actualLines.slice(0, MAX_LINES).join('\n')}\n...}` : actualLines.join('\n');
  } else {
    const printed = printDiff(lineDiff(actualLines, expectedLines, isObject(actual)));
    body = printed.text;
    skipped = printed.skipped;
  }
  const headlines = `${headline || words[operator]}\n${head}`;
  return `${headlines}${skipped ? '\n... Skipped lines' : ''}\n${body}\n`;
}

/** `1 !== 2`, where both are short. */
function pairInLine({ actual, expected }: Compared, a: string, b: string): string | undefined {
  const quotes = (typeof actual === 'string' ? 2 : 0) + (typeof expected === 'string' ? 2 : 0);
  const isShort = a.length + b.length - quotes <= SHORT_CHARACTERS;
  return isShort && (actual !== 0 || expected !== 0) ? `${a} !== ${b}` : undefined;
}

/** One below the other, with a mark where two texts begin to differ. */
function stacked(actual: string, expected: string): string {
  const lines = `\n+ ${actual}\n- ${expected}`;
  if (actual.length + expected.length > TERMINAL_COLUMNS) return lines;
  const at = [...actual].findIndex((character, index) => character !== expected[index]);
  return at >= 3 ? `${lines}\n${' '.repeat(at + 2)}^` : lines;
}

function oneOf({ actual, operator, diff }: Compared): string {
  const isReference = isObject(actual) || typeof actual === 'function';
  const known = operator === 'notStrictEqual' && isReference ? `${operator}Object` : operator;
  const headline = words[known ?? ''];
  const lines = shown(actual).split('\n');
  if (lines.length > MAX_LINES && diff !== 'full') lines.splice(46, lines.length, '...');
  const [first = ''] = lines;
  if (lines.length === 1) return `${headline}${first.length > 5 ? '\n\n' : ' '}${first}`;
  return `${headline}\n\n${lines.join('\n')}\n`;
}

function both({ actual, expected, operator = '', diff }: Compared): string {
  const a = shown(actual);
  const b = shown(expected);
  const cut = (text: string, most: number) =>
    text.length > most && diff !== 'full' ? `${text.slice(0, most - 3)}...` : text;
  if (operator === 'notDeepEqual' && a === b) return cut(`${words[operator]}\n\n${a}`, 1024);
  const shortA = cut(a, LONG_CHARACTERS);
  const shortB = cut(b, LONG_CHARACTERS);
  if (operator === 'deepEqual')
    return `${words[operator]}\n\n${shortA}\n\nshould loosely deep-equal\n\n${shortB}`;
  const unequal = words[`${operator}Unequal`];
  if (unequal) return `${unequal}\n\n${shortA}\n\nshould not loosely deep-equal\n\n${shortB}`;
  return `${shortA} ${operator} ${shortB}`;
}

function shown(value: unknown): string {
  return inspect(value, {
    compact: false,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Number.POSITIVE_INFINITY,
    showHidden: false,
    showProxy: false,
    sorted: true,
    getters: true,
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function areBothReferences(a: unknown, b: unknown): boolean {
  return (isObject(a) && isObject(b)) || (typeof a === 'function' && typeof b === 'function');
}
