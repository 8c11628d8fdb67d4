/** node:console. Prints through `process.stdout` and `process.stderr`, so that a program can catch it there. */
import { consoleTable, formatted, inspect } from '../inspection.ts';
import { tidyStack } from '../stack-traces.ts';
import { now } from '../thread.ts';
import { nodeProcess } from './process.ts';

/** As Node shows a duration: `12.345ms`, `1.234s`, `1:02.345 (m:ss.mmm)`. */
function duration(ms: number): string {
  if (ms < 1000) return `${Number(ms.toFixed(3))}ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(3)}s`;
  const minutes = Math.floor(ms / 60_000);
  const seconds = ((ms % 60_000) / 1000).toFixed(3).padStart(6, '0');
  return `${minutes}:${seconds} (m:ss.mmm)`;
}

interface Stream {
  write(text: string): unknown;
}
type Streams = Readonly<Record<'stdout' | 'stderr', () => Stream>>;

/** The methods of a console that prints there. */
function consoleOn(streams: Streams) {
  let indent = '';
  const counts = new Map<string, number>();
  const began = new Map<string, number>();

  function print(stream: 'stdout' | 'stderr', args: readonly unknown[]): void {
    for (const arg of args) if (arg instanceof Error) tidyStack(arg);
    write(stream, formatted(args));
  }
  function write(stream: 'stdout' | 'stderr', text: string): void {
    const shown = indent === '' ? text : text.replace(/^/gm, indent);
    streams[stream]().write(`${shown}\n`);
  }
  function warn(words: string): void {
    nodeProcess.emitWarning(words);
  }

  const out = (...args: unknown[]) => print('stdout', args);
  const err = (...args: unknown[]) => print('stderr', args);

  const console = {
    log: (...args: unknown[]) => out(...args),
    info: (...args: unknown[]) => out(...args),
    debug: (...args: unknown[]) => out(...args),
    error: (...args: unknown[]) => err(...args),
    warn: (...args: unknown[]) => err(...args),
    trace(...args: unknown[]) {
      const { stack = '' } = new Error();
      const head = args.length > 0 ? `Trace: ${formatted(args)}` : 'Trace';
      write('stderr', [head, ...stack.split('\n').slice(1)].join('\n'));
    },
    dir(value: unknown, options?: object) {
      write('stdout', inspect(value, { customInspect: false, ...options }));
    },
    dirxml: (...args: unknown[]) => out(...args),
    assert(condition: unknown, ...args: unknown[]) {
      if (condition) return;
      const [first, ...rest] = args;
      if (typeof first === 'string') err(`Assertion failed: ${first}`, ...rest);
      else if (args.length > 0) err('Assertion failed:', ...args);
      else err('Assertion failed');
    },
    group(...args: unknown[]) {
      if (args.length > 0) out(...args);
      indent += '  ';
    },
    groupCollapsed(...args: unknown[]) {
      console.group(...args);
    },
    groupEnd() {
      indent = indent.slice(2);
    },
    /** Clears a terminal, and this is none: as on Node, nothing happens. */
    clear() {},
    count(label: unknown = 'default') {
      const name = String(label);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      out(`${name}: ${count}`);
    },
    countReset(label: unknown = 'default') {
      const name = String(label);
      if (!counts.delete(name)) warn(`Count for '${name}' does not exist`);
    },
    time(label: unknown = 'default') {
      const name = String(label);
      if (began.has(name)) warn(`Label '${name}' already exists for console.time()`);
      else began.set(name, now());
    },
    timeLog(label: unknown = 'default', ...args: unknown[]) {
      const name = String(label);
      const from = began.get(name);
      if (from === undefined) warn(`No such label '${name}' for console.timeLog()`);
      else out(`${name}: ${duration(now() - from)}`, ...args);
    },
    timeEnd(label: unknown = 'default') {
      const name = String(label);
      const from = began.get(name);
      if (from === undefined) return warn(`No such label '${name}' for console.timeEnd()`);
      began.delete(name);
      out(`${name}: ${duration(now() - from)}`);
    },
    table(data: unknown, columns?: readonly string[]) {
      if (typeof data !== 'object' || data === null) out(data);
      else write('stdout', consoleTable(data, columns));
    },
  };
  return console;
}

interface ConsoleOptions {
  stdout: Stream;
  stderr?: Stream;
}

/** A console of the program's own: `new Console(stdout, stderr)` or `new Console({ stdout, stderr })`. */
export class Console {
  constructor(first: Stream | ConsoleOptions, second?: Stream) {
    const { stdout, stderr = stdout } =
      'stdout' in first ? first : { stdout: first, stderr: second ?? first };
    Object.assign(this, consoleOn({ stdout: () => stdout, stderr: () => stderr }));
  }
}

export const consoleObject = {
  ...consoleOn({ stdout: () => nodeProcess.stdout, stderr: () => nodeProcess.stderr }),
  Console,
};
export default consoleObject;
