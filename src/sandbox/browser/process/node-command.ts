/** What `node` is to do with the words of its command line. */
import type { NodeCommand } from '../wire/process-messages.ts';
import { absent } from './node-error.ts';

/** Flags that take the next word as their value, if it does not follow an equals sign. */
const WITH_VALUE = new Set(['--import', '--eval', '-e', '--input-type', '--conditions', '-C']);

/** Flags without which the program would do something else than it was asked to. */
const REFUSED: Readonly<Record<string, string>> = {
  '--check': 'nothing is only checked',
  '-c': 'nothing is only checked',
  '--inspect': 'the browser keeps its debugger to itself',
  '--inspect-brk': 'the browser keeps its debugger to itself',
  '--interactive': 'there is no terminal to talk to',
  '-i': 'there is no terminal to talk to',
  '--print': 'write console.log() into the program',
  '-p': 'write console.log() into the program',
  '--require': 'there are no CommonJS modules to load before',
  '-r': 'there are no CommonJS modules to load before',
  '--test': 'run a file that imports node:test',
  '--watch': 'start the program again',
};

/** Whether a command means Node, the only program that there is. */
export function isNode(file: string, execPath: string): boolean {
  return file === execPath || file === 'node' || file === '/usr/bin/node';
}

/** Takes the words after `node` apart. `absolute` makes a path absolute. */
export function parseNodeCommand(
  words: readonly string[],
  absolute: (path: string) => string,
): NodeCommand {
  const imports: string[] = [];
  let source: string | undefined;
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') {
      at++;
      break;
    }
    if (!word.startsWith('-') || word === '-') break;
    const [flag = '', inline] = word.startsWith('--') ? splitOnce(word) : [word];
    const reason = REFUSED[flag];
    if (reason !== undefined) throw absent(`node ${flag}`, reason);
    const value = inline ?? (WITH_VALUE.has(flag) ? (words[++at] ?? '') : '');
    if (flag === '--import') imports.push(absolute(value));
    else if (flag === '-e' || flag === '--eval') source = value;
  }
  const execArgv = words.slice(0, at);
  if (source !== undefined) return { imports, entry: { source }, execArgv, args: words.slice(at) };
  const entry = words[at];
  if (entry === undefined || entry === '-') {
    throw absent('node without a file', 'it would read a program from its standard input');
  }
  return { imports, entry: { path: absolute(entry) }, execArgv, args: words.slice(at + 1) };
}

function splitOnce(word: string): [string, string?] {
  const at = word.indexOf('=');
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

/** The words of a command as a shell takes them apart. Undefined where it would need a shell to understand it. */
export function shellWords(command: string): string[] | undefined {
  const words: string[] = [];
  const pattern = /\s*((?:'[^']*'|"(?:[^"\\$`]|\\.)*"|\\.|[^\s'"\\|&;<>()$`*?[\]#~!{}])+)/gy;
  let at = 0;
  for (let found = pattern.exec(command); found; found = pattern.exec(command)) {
    at = pattern.lastIndex;
    words.push(unquoted(found[1] ?? ''));
  }
  return command.slice(at).trim() === '' ? words : undefined;
}

function unquoted(word: string): string {
  return word.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g, (_all, single, double, escaped) =>
    String(single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped),
  );
}
