/** What counts when a run is compared with another: the same everywhere, but for what the program says is alike. */
import type { Alike, Case, Ran } from './case.ts';

const BEGINNING_LINES = 20;

const alike: Readonly<Record<Alike, (text: string) => string>> = {
  numbers: (text) => withoutRepeats(text.replace(/(?<!\d)-?\d+(\.\d+)?/g, '#')),
  durations: (text) =>
    text
      .replace(/(duration_ms:? )\d+(\.\d+)?/g, '$1#')
      .replace(/\b\d+(\.\d+)?(?= ?(ms|s|m)\b)/g, '#'),
  frames: (text) =>
    text
      .replace(/\n *\.\.\. \d+ lines matching cause stack trace \.\.\.( \{)?(?=\n|$)/g, '$1')
      .replace(/\n *at [^\n]*(\bnode:[^\n]*?|\(<anonymous>\)|\(index \d+\))( \{)?(?=\n|$)/g, '$2'),
  'line-order': (text) => text.split('\n').sort().join('\n'),
  beginning: (text) => text.split('\n').slice(0, BEGINNING_LINES).join('\n'),
};

/** The part of a run that has to be the same on every engine. */
export function comparable(ran: Ran, given: Case): Ran {
  const names = given.alike ?? [];
  const apply = (text: string) => names.reduce((rest, name) => alike[name](rest), text);
  return { stdout: apply(ran.stdout), stderr: apply(withoutNode(ran.stderr)), exit: ran.exit };
}

/** Lines that are alike in a row become one. */
function withoutRepeats(text: string): string {
  const lines = text.split('\n');
  return lines.filter((line, index) => line !== lines[index - 1]).join('\n');
}

/** Standard error without what is only Node's: its own frames, where it threw inside itself, its version and advice. */
function withoutNode(stderr: string): string {
  return stderr
    .replace(/^\n(?=\S+:\d+\n)/, '')
    .replace(/^node:internal\/.*\n.*\n *\^\n+/, '')
    .replace(/\n *at [^\n]*\bnode:[^\n]*?( \{|,)?(?=\n|$)/g, '$1')
    .replace(/\n *\.\.\. \d+ lines matching cause stack trace \.\.\.( \{|,)?(?=\n|$)/g, '$1')
    .replace(/\n\(Use `node --trace-uncaught[^\n]*/, '')
    .replace(/^\(node:\d+\)/gm, '(node:#)')
    .replace(/\n*Node\.js v\d[^\n]*\n?$/, '')
    .replace(/\^\n(?=\w*Error)/, '^\n\n')
    .trim();
}
