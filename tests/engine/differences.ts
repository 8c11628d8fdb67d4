/**
 * What a browser cannot print as Node does, by kind: why, in which browsers, which programs show it, and what of a run
 * does not count because of it. Everything else is the same, to the letter.
 */
import type { Case, Ran } from './case.ts';

export type Browser = 'chromium' | 'firefox' | 'webkit';

/** Either what both sides print becomes `alike`, or the engine prints something else `instead`. */
export type Difference = {
  readonly because: string;
  /** Ids of programs, by the browsers in which it shows. */
  readonly programs: Partial<Record<Browser | 'everywhere', readonly string[]>>;
} & (
  | { alike(text: string): string }
  | { readonly instead: Readonly<Record<string, (onNode: Ran) => Partial<Ran>>> }
);

const ownWords = ['errors/uncaught', 'errors/worker-error', 'language/decorator-refused'];
const ownColumns = [
  'modules/commonjs-error',
  'errors/handler-throws',
  'errors/in-exit-handler',
  'errors/in-thread-unheard',
  'errors/places-after-types',
  'errors/uncaught',
  'errors/uncaught-async',
  'errors/uncaught-in-immediate',
  'errors/uncaught-in-timer',
  'modules/commonjs-error',
  'process-life/monitor-only',
  'process-life/throws-in-handler',
  'test-runner/failing',
  'test-runner/failing-hooks',
  'test-runner/limits',
  'test-runner/skip-and-todo',
  'test-runner/stray-errors',
  'test-runner/suites',
];
const columnsInWebKit = [
  ...ownColumns,
  'assert/uncaught',
  'errors/aggregate',
  'errors/uncaught-in-microtask',
  'errors/uncaught-in-tick',
  'errors/unhandled-rejection',
  'language/characters',
  'modules/cycle-uncaught',
  'test-runner/subtests',
];
const ownFrames = [
  'errors/cause',
  'errors/own-classes',
  'errors/stack-of-async',
  'errors/stack-traces',
  'messages/errors-travel',
  'test-runner/subtests',
];
const framesInWebKit = [
  ...ownFrames,
  'assert/messages',
  'test-runner/failing-hooks',
  'test-runner/stray-errors',
];

const noUsing = (name: string) => () => ({
  stdout: '',
  stderr: `SyntaxError: Unexpected identifier '${name}'`,
  exit: '1',
});
const inWebKit: Readonly<Record<string, (onNode: Ran) => Partial<Ran>>> = {
  'files/file-handles': noUsing('handle'),
  'language/using': noUsing('outer'),
  'messages/errors-travel': ({ stdout }) => ({ stdout: stdout.replace(/^1 /m, 'undefined ') }),
  'messages/structured-clone': ({ stdout }) => ({
    stdout: stdout.replace('what { code: 1 }', 'what [object Object]'),
  }),
  'messages/transfer-stream': () => ({ stdout: 'DataCloneError\n' }),
  'modules/failing-module': ({ stdout }) => ({
    stdout: stdout.replace('on purpose true', 'on purpose false'),
  }),
  'modules/top-level-await': ({ stdout }) => ({
    stdout: stdout.replace('slow begins\nfast goes on\n', 'fast goes on\nslow begins\n'),
  }),
  'shared-memory/growing': ({ stdout }) => ({ stdout: stdout.replace('7 true', '0 true') }),
  'timers/handles': noUsing('disposed'),
  'web-platform/blobs': () => ({
    stdout: '',
    stderr: 'DOMException [NotReadableError]: The I/O read operation failed.',
    exit: '1',
  }),
};

export const differences: Readonly<Record<string, Difference>> = {
  'own words': {
    because: 'each JavaScript engine has its own words for the errors that it throws itself',
    programs: { firefox: ownWords, webkit: ownWords },
    alike: (text) =>
      text.replace(/\b(Type|Range|Reference|Syntax)Error:? .*?(?=( true)?$)/gm, '$1Error …'),
  },
  'own columns': {
    because:
      'within a line Firefox and WebKit point at another part of an expression, and they do not say whose method a function is',
    programs: { firefox: ownColumns, webkit: columnsInWebKit },
    alike: (text) =>
      text
        .replace(/^ *\^$/gm, '^')
        .replace(/:(\d+):\d+(?=\)?( \{|,)?$)/gm, ':$1')
        .replace(/^( +at ).*?\(?((?:file:)?\/[^\s)]*)\)?/gm, '$1$2'),
  },
  'own frames': {
    because:
      'Firefox and WebKit tell of no frames before an await, count constructors as frames, and mark the innermost; in WebKit a call in tail position leaves none',
    programs: { firefox: ownFrames, webkit: framesInWebKit },
    alike: (text) =>
      text
        .replace(/^file:.*:\d+\n.*\n *\^\n+/, '')
        .replace(/\n +at .*?( \{|,)?(?=\n|$)/g, '$1')
        .replace(/^(Error|@file:\S*) true$/gm, 'Error true')
        .replace(/\bOwn: mine/, 'Error: mine')
        .replace(/(evaluated to a falsy value:\n)(\n +.*)+/g, '$1'),
  },
  'state of a promise': {
    because:
      'a browser tells neither the state of a promise, so it is shown as pending, nor which await is, so only its file is named',
    programs: {
      everywhere: [
        'console/formats',
        'event-loop/combinators',
        'events/async-iter',
        'modules/cycle-waits',
        'process-life/unsettled-tla',
      ],
    },
    alike: (text) =>
      text
        .replace(/\bPromise \{ [^{}]* \}/g, 'Promise { … }')
        .replace(/^(Warning: .*? at file:.*?)(:\d+\n.*\n.*)?$/gm, '$1'),
  },
  'place of an import': {
    because: 'an import that cannot be linked is shown as well as described',
    programs: {
      everywhere: [
        'modules/missing-module',
        'modules/directory-import',
        'modules/unknown-extension',
        'modules/json-without-attribute',
      ],
    },
    alike: (text) => text.replace(/^file:.*:\d+\n.*\n *\^\n\n(?=\w*Error \[ERR_\w+\])/, ''),
  },
  'line above an error': {
    because:
      'a browser tells no place for a thrown value that is no error, nor for a syntax error that only it finds; for an error out of a built-in module the reader’s line is shown, not one of Node’s',
    programs: {
      everywhere: ['assert/uncaught', 'errors/throws-null', 'language/decorator-refused'],
    },
    alike: (text) => text.replace(/^file:.*:\d+\n.*\n *\^\n+/, ''),
  },
  'limits of memory': {
    because: 'a browser sets no limit to the memory of a thread, and the engine says so',
    programs: { everywhere: ['threads/resource-limits'] },
    alike: (text) =>
      text.replace(/^\(node:[\d#]+\) Warning: A browser sets no limit.*(\n\(Use .*)?/m, ''),
  },
  'what WebKit lacks': {
    because:
      'WebKit has no `using`, evaluates modules that await one after the other, copies the error of one that failed, hands no streams over to another thread, copies no more of an error than its texts, and reads no Blob in a frame of opaque origin',
    programs: { webkit: Object.keys(inWebKit) },
    instead: inWebKit,
  },
};

/** Ids of the programs that show a difference in a browser. */
export function programsOf({ programs }: Difference, browser: Browser): readonly string[] {
  return [...(programs[browser] ?? []), ...(programs.everywhere ?? [])];
}

/** What of a run counts in a browser. */
export function inBrowser(browser: Browser) {
  return (ran: Ran, given: Case, of: 'node' | 'engine'): Ran => {
    const found = Object.values(differences).filter((difference) =>
      programsOf(difference, browser).includes(given.id),
    );
    return found.reduce((rest, difference) => without(difference, rest, given, of), ran);
  };
}

function without(difference: Difference, ran: Ran, given: Case, of: 'node' | 'engine'): Ran {
  if ('instead' in difference) {
    return of === 'engine' ? ran : { ...ran, ...difference.instead[given.id]?.(ran) };
  }
  return { ...ran, stdout: difference.alike(ran.stdout), stderr: difference.alike(ran.stderr) };
}
