import { describe, expect, test } from 'vitest';
import {
  editedFiles,
  entryOf,
  type PanelProgram,
  programOf,
} from '../../src/elements/panel/panel-program.ts';
import { compare, type Prediction } from '../../src/elements/panel/prediction.ts';
import {
  isBusy,
  next,
  type PanelAction,
  type PanelState,
  ready,
} from '../../src/elements/panel/state.ts';
import {
  aboutInWords,
  durationInWords,
  errorMessage,
  outcomeInWords,
  stateInWords,
} from '../../src/elements/panel/words.ts';

const ending = { outcome: { type: 'exited', code: 0 }, tookMs: 812.4, errors: '' } as const;

test.each([
  [4_000, 'a few seconds'],
  [12_400, 'about 10 s'],
  [18_000, 'about 20 s'],
  [64_000, 'about a minute'],
  [200_000, 'about 3 minutes'],
])('%i ms take %s', (ms, words) => {
  expect(aboutInWords(ms)).toBe(words);
});

describe('outcomes in words', () => {
  test.each([
    [{ type: 'exited', code: 0 } as const, 'Finished after 2.1 s.'],
    [{ type: 'exited', code: 3 } as const, 'Ended with exit code 3 after 2.1 s.'],
    [
      { type: 'exited', code: 13 } as const,
      'The program never settles (exit code 13): a top-level await waits for something that nothing is left to do.',
    ],
    [{ type: 'stopped' } as const, 'Stopped by you after 2.1 s.'],
    [
      { type: 'timed-out', limitMs: 20_000 } as const,
      'Still running after 20 s, so it was stopped.',
    ],
    [
      { type: 'crashed', message: 'out of memory' } as const,
      'The engine broke under the program: out of memory',
    ],
    [
      { type: 'crashed', message: 'The browser ended the sandbox.' } as const,
      'The browser ended the sandbox.',
    ],
  ])('%j', (outcome, words) =>
    expect(outcomeInWords({ outcome, tookMs: 2100, errors: '' })).toBe(words),
  );

  test.each([
    [
      'Node’s report',
      'file:///main.ts:2\nx.y\n  ^\n\nTypeError: no y\n    at main.ts:2:3\n\nNode.js v24\n',
      'TypeError: no y',
    ],
    [
      'a code in brackets',
      'Error [ERR_MODULE_NOT_FOUND]: Cannot find module\n',
      'Error [ERR_MODULE_NOT_FOUND]: Cannot find module',
    ],
    [
      'an error with properties',
      'SyntaxError [ERR_INVALID_TYPESCRIPT_SYNTAX]: Expression expected {\n  code: 1\n}\n\nNode.js v24\n',
      'SyntaxError [ERR_INVALID_TYPESCRIPT_SYNTAX]: Expression expected',
    ],
    [
      'a message that ends with a brace',
      'Error: no room for {\n    at a.ts:1:1\n',
      'Error: no room for {',
    ],
    ['an error of one’s own', 'OutOfStockError: none left\n', 'OutOfStockError: none left'],
    ['a word without an error', 'RangeError\n', 'RangeError'],
    ['no error', 'careful!\n', undefined],
  ])('the message of %s', (_, errors, message) => expect(errorMessage(errors)).toBe(message));

  test.each([
    [0.4, '0 ms'],
    [999.4, '999 ms'],
    [1000, '1.0 s'],
    [61_234, '61.2 s'],
  ])('%d ms', (ms, words) => expect(durationInWords(ms)).toBe(words));
});

describe('states', () => {
  const go = (...actions: PanelAction[]): PanelState => actions.reduce(next, ready);
  const run: PanelAction = { do: 'run' };
  const began: PanelAction = { do: 'began' };
  const end: PanelAction = { do: 'end', ending };

  test('a run goes from starting over running to its end', () => {
    expect(go(run).at).toBe('starting');
    expect(go(run, { do: 'step', step: 'Fetching.' })).toEqual({
      at: 'starting',
      step: 'Fetching.',
    });
    expect(go(run, began).at).toBe('running');
    expect(go(run, began, end)).toEqual({ at: 'ended', ending });
  });

  test('Run again while it runs stops it, and starts when it has ended', () => {
    expect(go(run, began, run)).toEqual({ at: 'stopping', after: 'again' });
    expect(go(run, began, run, run, run, end).at).toBe('starting');
  });

  test('the last wish counts: Run then Stop ends, Stop then Run runs again, Reset makes ready', () => {
    expect(go(run, began, run, { do: 'stop' }, end).at).toBe('ended');
    expect(go(run, began, { do: 'stop' }, run, end).at).toBe('starting');
    expect(go(run, began, { do: 'reset' }, end)).toBe(ready);
  });

  test('what comes late changes nothing', () => {
    for (const late of [
      began,
      end,
      { do: 'stop' },
      { do: 'step', step: '…' },
      { do: 'fail', reason: '', remedy: '' },
    ] as const) {
      expect(go(late)).toBe(ready);
      expect(go(run, began, end, late)).toEqual({ at: 'ended', ending });
    }
  });

  test('an engine that cannot be had ends the wish to run', () => {
    const failed = go(run, {
      do: 'fail',
      reason: 'No shared memory',
      remedy: 'Try another browser.',
    });
    expect(isBusy(failed)).toBe(false);
    expect(stateInWords(failed)).toBe('No shared memory. Try another browser.');
    expect(next(failed, run).at).toBe('starting');
  });
});

describe('prediction and measurement', () => {
  const number: Prediction = {
    kind: 'number',
    ask: '',
    unit: 'requests',
    min: 0,
    max: 60,
    measured: 'm',
    because: '',
  };
  const time: Prediction = { ...number, unit: 'ms' };
  const choice: Prediction = {
    kind: 'choice',
    ask: '',
    options: [
      { text: 'It freezes', value: true },
      { text: 'It does not', value: false },
    ],
    measured: 'm',
    because: '',
  };

  test.each([
    [number, { type: 'made', value: 12 } as const, 0, '12 fewer than you predicted.'],
    [number, { type: 'made', value: 1 } as const, 3.5, '2.5 more than you predicted.'],
    [number, { type: 'made', value: 0.1 } as const, 0.3, '0.2 more than you predicted.'],
    [time, { type: 'made', value: 600 } as const, 612.5, '12.5 ms longer than you predicted.'],
    [time, { type: 'made', value: 2000 } as const, 612, '1388 ms shorter than you predicted.'],
    [number, { type: 'made', value: 4 } as const, 4, 'As you predicted.'],
    [number, { type: 'skipped' } as const, 4, 'You ran it without a prediction.'],
    [choice, { type: 'made', value: true } as const, false, 'Not as you predicted.'],
    [choice, { type: 'made', value: false } as const, false, 'As you predicted.'],
    [
      number,
      { type: 'made', value: 4 } as const,
      undefined,
      'This run ended before it reported what you predicted.',
    ],
  ])('%#', (prediction, guess, measured, difference) =>
    expect(compare(prediction, guess, { value: measured, edited: false }).difference).toBe(
      difference,
    ),
  );

  test('choices are told in their words', () => {
    expect(
      compare(choice, { type: 'made', value: true }, { value: false, edited: false }),
    ).toMatchObject({
      predicted: 'It freezes',
      measured: 'It does not',
    });
  });

  test('one of what is counted is told as one', () => {
    const measurement = { value: 1, edited: false };
    const measured = (unit: string) =>
      compare({ ...number, unit }, { type: 'skipped' }, measurement).measured;
    expect(['receipts', 'ms', 'of 4 parts'].map(measured)).toEqual([
      '1 receipt',
      '1 ms',
      '1 of 4 parts',
    ]);
  });

  test.each([
    [{ value: 4, edited: false }, 'because'],
    [{ value: 61, edited: true }, 'changed'], // whatever the range of the prediction was
    [{ value: undefined, edited: true }, 'nothing'],
  ] as const)('of %j the remark is: %s', (measurement, remark) =>
    expect(compare(number, { type: 'made', value: 4 }, measurement).remark).toBe(remark),
  );
});

describe('the program that is run', () => {
  const program: PanelProgram = {
    files: { 'a.ts': 'A', 'b.ts': 'B' },
    stripped: { 'a.ts': 'a', 'b.ts': 'b' },
    entry: 'b.ts',
    timeLimitMs: 1,
    engine: 'browser',
    original: '',
  };

  test('has types blanked out ahead of time only where the text is the original', () => {
    expect(programOf(program, { 'a.ts': 'A', 'b.ts': 'other' }).stripped).toEqual({ 'a.ts': 'a' });
  });

  test('begins with its entry, or with the first file', () => {
    expect(entryOf(program, program.files)).toBe('b.ts');
    expect(entryOf(program, { 'c.ts': '', 'a.ts': '' })).toBe('c.ts');
  });

  test('is edited where a text differs, a file is new or a file is gone', () => {
    expect([...editedFiles(program.files, { 'a.ts': 'A', 'c.ts': '' })]).toEqual(['b.ts', 'c.ts']);
    expect(editedFiles(program.files, { ...program.files }).size).toBe(0);
  });
});
