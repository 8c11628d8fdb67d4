/**
 * Where the browser engine prints something else than Node, what it prints, and why. Everything else is the same.
 * Programs of the contract by name; under each, what takes the place of Node's in which browsers.
 */
import type { Ran } from './cases.ts';

export type Browser = 'chromium' | 'firefox' | 'webkit';

export interface Difference {
  readonly in: readonly Browser[];
  readonly because: string;
  readonly gives: Partial<Ran>;
}

const everywhere = ['chromium', 'firefox', 'webkit'] as const;

const ownWords = 'the words of an error and the place it points at are those of the browser';
const anonymous = 'a function without a name of its own gets none from where it is stored';

const unknownAwait = (stdout: string): Difference => ({
  in: everywhere,
  because: 'a browser does not tell which await is pending',
  gives: {
    stdout,
    stderr: 'Warning: Detected unsettled top-level await at file:///home/lesson/main.ts',
  },
});

export const differences: Readonly<Record<string, readonly Difference[]>> = {
  'async-iter': [unknownAwait('ticks 3\n[ 1, 2 ]\n')],
  'unsettled-tla': [unknownAwait('wait\n')],
  cycle: [
    {
      in: everywhere,
      because: 'modules that import each other cannot be made of blob: URLs',
      gives: {
        exit: '1',
        stdout: '',
        stderr: `file:///home/lesson/other.ts:1
import { a } from './main.ts';
                  ^

Error [ERR_NOT_IN_BROWSER_ENGINE]: Files that import each other in a circle (main.ts → other.ts → main.ts) are not part of the browser engine. Node.js 22.18 or later, on the command line, can run it. {
  code: 'ERR_NOT_IN_BROWSER_ENGINE'
}`,
      },
    },
  ],
  'transfer-stream': [
    {
      in: ['webkit'],
      because: 'streams cannot be handed over',
      gives: { stdout: 'DataCloneError\n' },
    },
  ],
  uncaught: [
    {
      in: ['firefox'],
      because: ownWords,
      gives: {
        stderr: `file:///home/lesson/main.ts:5
  return a.b .c;
  ^

TypeError: can't access property "c", a.b is undefined
    at inner (file:///home/lesson/main.ts:5:3)
    at file:///home/lesson/main.ts:8:6`,
      },
    },
    {
      in: ['webkit'],
      because: ownWords,
      gives: {
        stderr: `file:///home/lesson/main.ts:5
  return a.b .c;
             ^

TypeError: undefined is not an object (evaluating 'a.b .c')
    at inner (file:///home/lesson/main.ts:5:14)
    at file:///home/lesson/main.ts:8:6`,
      },
    },
  ],
  'uncaught-async': [
    {
      in: ['firefox'],
      because: anonymous,
      gives: {
        stderr: `file:///home/lesson/fail.ts:2
  throw new RangeError('from fail');
  ^

RangeError: from fail
    at fail (file:///home/lesson/fail.ts:2:9)
    at file:///home/lesson/main.ts:3:3`,
      },
    },
    {
      in: ['webkit'],
      because: ownWords,
      gives: {
        stderr: `file:///home/lesson/fail.ts:2
  throw new RangeError('from fail');
  ^

RangeError: from fail
    at fail (file:///home/lesson/fail.ts:2:23)
    at file:///home/lesson/main.ts:3:7`,
      },
    },
  ],
  'unhandled-rejection': [
    {
      in: ['webkit'],
      because: ownWords,
      gives: {
        stderr: `file:///home/lesson/main.ts:3
  throw Object.assign(new Error('lost'), { code: 'E_LOST' });
                               ^

Error: lost
    at work (file:///home/lesson/main.ts:3:32) {
  code: 'E_LOST'
}`,
      },
    },
  ],
  'worker-error': [
    {
      in: ['firefox'],
      because: ownWords,
      gives: { stdout: `caught TypeError can't access property "boom", x is null true\nexit 1\n` },
    },
    {
      in: ['webkit'],
      because: ownWords,
      gives: {
        stdout: `caught TypeError null is not an object (evaluating 'x.boom') true\nexit 1\n`,
      },
    },
  ],
  'missing-module': [
    {
      in: everywhere,
      because: 'the place of the import is shown as well',
      gives: {
        stderr: `file:///home/lesson/main.ts:1
import { x } from './nope.ts';
                  ^

Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/home/lesson/nope.ts' imported from /home/lesson/main.ts {
  code: 'ERR_MODULE_NOT_FOUND',
  url: 'file:///home/lesson/nope.ts'
}`,
      },
    },
  ],
};

/** What a program is expected to print in a browser, given what Node printed. */
export function expectedIn(browser: Browser, name: string, onNode: Ran): Ran {
  const found = differences[name]?.filter((difference) => difference.in.includes(browser)) ?? [];
  return Object.assign({}, onNode, ...found.map(({ gives }) => gives));
}
