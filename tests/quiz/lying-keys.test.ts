/** A key that says something else than the program does is found out, for each kind. */
import { expect, test } from 'vitest';
import { kindOf, kinds, type Question } from '../../src/quiz/kinds.ts';
import { quizFile } from '../../src/quiz/quiz-file.ts';
import type { RunProgram } from '../../src/quiz/types.ts';
import {
  chooseManyQuestion,
  chooseOneQuestion,
  estimateNumberQuestion,
  examples,
  orderEventsQuestion,
  predictOutputQuestion,
  whichLineQuestion,
} from './questions.ts';
import { runOnNode } from './run-on-node.ts';

/**
 * Chance falls on either side in turn, and what a program does then is asked of Node once: a key that speaks of an
 * output that never comes is otherwise held to a hundred runs.
 */
function runOnEitherSide(): RunProgram {
  const known = new Map<string, ReturnType<RunProgram>>();
  let runs = 0;
  return (program) => {
    const chance = `Math.random=()=>${runs++ % 2 === 0 ? 0.25 : 0.75}`;
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${chance}` };
    const key = JSON.stringify([program, env]);
    const result = known.get(key) ?? runOnNode({ ...program, env });
    known.set(key, result);
    return result;
  };
}

const place = { file: 'content/x/quiz.yaml', line: 7, column: 3 };
const found = async (question: Question) =>
  (await kindOf(question).verify(question, runOnEitherSide(), place)).map(({ found }) => found);

const prints = (text: string) => ({ entry: 'main.ts', files: { 'main.ts': text }, exitCode: 0 });

const lies: Readonly<Record<string, readonly [string, Question, string | RegExp][]>> = {
  'choose-one': [
    [
      'the right option is not what is printed',
      {
        ...chooseOneQuestion,
        code: undefined,
        program: prints("console.log('two')"),
        options: [
          { ...chooseOneQuestion.options[0], prints: 'one' },
          ...chooseOneQuestion.options.slice(1),
        ] as typeof chooseOneQuestion.options,
      },
      '"two"',
    ],
  ],
  'choose-many': [
    [
      'a right option is missing',
      {
        ...chooseManyQuestion,
        options: chooseManyQuestion.options.map((option, index) =>
          index === 1 ? { ...option, correct: false } : option,
        ),
      },
      '"b then a"',
    ],
    [
      'a right option never comes',
      {
        ...chooseManyQuestion,
        program: prints("console.log('a then b')"),
      },
      'never printed',
    ],
  ],
  'predict-output': [
    [
      'something else is printed',
      { ...predictOutputQuestion, answers: ['tick\ndone\n'] },
      '"done\\ntick"',
    ],
  ],
  'order-events': [
    [
      'another order is taken',
      { ...orderEventsQuestion, slips: [], events: [...orderEventsQuestion.events].reverse() },
      '"script\\npromise\\ntimer"',
    ],
    [
      'a second right order never comes',
      { ...orderEventsQuestion, orders: [['promise', 'script', 'timer']] },
      'never printed',
    ],
  ],
  'which-line': [
    [
      'the repair of another line changes nothing',
      {
        ...whichLineQuestion,
        lines: whichLineQuestion.lines.map((line) => ({ ...line, correct: !line.correct })),
        proof: { with: 'const end = Date.now() + 20.5;', before: 'late', after: 'in time' },
      },
      '"late"',
    ],
    [
      'no error comes from it',
      { ...whichLineQuestion, proof: { throws: true } },
      /no error of it, exit code 0/,
    ],
    [
      'the error is of another line',
      {
        ...whichLineQuestion,
        program: prints(
          'const end = Date.now() + 20;\nwhile (Date.now() < end);\nthrow new Error("here");\n',
        ),
        proof: { throws: true },
      },
      'an error in line 3',
    ],
  ],
  'estimate-number': [
    ['the program counts something else', { ...estimateNumberQuestion, answer: 5, slips: [] }, '0'],
    [
      'the program tells no number',
      { ...estimateNumberQuestion, program: prints("console.log('none')") },
      'no number',
    ],
  ],
};

test('every kind has a lie in this test', () => {
  // The key of an exercise is its check: tests/content/exercises.test.ts runs it and has the lie.
  expect([...Object.keys(lies), 'fix-code'].sort()).toEqual(kinds.map(({ kind }) => kind).sort());
});

test.each(
  Object.values(lies)
    .flat()
    .map(([what, question, expected]) => ({ kind: question.kind, what, question, expected })),
)('$kind: $what', { timeout: 60_000 }, async ({ question, expected }) => {
  const said = await found(question);
  expect(said).toHaveLength(1);
  if (typeof expected === 'string') expect(said[0]).toBe(expected);
  else expect(said[0]).toMatch(expected);
});

test.each(examples)('$kind: the truth is left alone', { timeout: 60_000 }, async (question) => {
  expect(quizFile.safeParse({ questions: [question] }).success).toBe(true);
  expect(await found(question)).toEqual([]);
});

test('an error is found where it is thrown', { timeout: 60_000 }, async () => {
  const program = prints(
    'const end = Date.now() + 20;\nfunction fail() {\n  throw new Error("here");\n}\nwhile (Date.now() < end);\nfail();\n',
  );
  const [first, second] = whichLineQuestion.lines;
  const lines = [
    { ...first, line: 'throw new Error("here");' },
    second,
  ] as typeof whichLineQuestion.lines;
  expect(await found({ ...whichLineQuestion, program, lines, proof: { throws: true } })).toEqual(
    [],
  );
});
