/** Mistakes in questions of each kind, in variants and in exercises; `mistakes.test.ts` has those of every file. */
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readCourse } from '../../src/course/read.ts';
import type { Question } from '../../src/quiz/kinds.ts';
import {
  chooseOneQuestion,
  estimateNumberQuestion,
  fixCodeQuestion,
  orderEventsQuestion,
  predictOutputQuestion,
  whichLineQuestion,
} from '../quiz/questions.ts';
import { smallCourse } from './small-course.ts';

const lesson = 'content/01-the-question/01-the-slow-view';
const quiz = `${lesson}/quiz.yaml`;
const experiment = `${lesson}/experiments/slow-view`;
const solved = {
  [`${experiment}/experiment.yaml`]: `${smallCourse[`${experiment}/experiment.yaml`]}exercise:
  task: Let the others in.
`,
  [`${experiment}/check.ts`]: '',
  [`${experiment}/solution/main.ts`]: '',
};

/** What is reported of the small course with other files: place, expected, found. */
const told = (files: Readonly<Record<string, string>>) =>
  readCourse({ ...smallCourse, ...files }).diagnostics.map(({ file, line, expected, found }) => [
    `${file.slice(lesson.length + 1)}:${line}`,
    expected,
    found,
  ]);

/** The examples refer to places of the real course; here all that they say is to be read in Django. */
const here = (question: Question) =>
  JSON.parse(
    JSON.stringify(question, (key, value) => {
      if (key === 'read') return 'the-slow-view#in-django';
      return key === 'misconception' ? 'only-that-user-waits' : value;
    }),
  );

/** The quiz of the lesson with these as its further questions, which the lesson shows unless they are variants. */
function withQuestions(...questions: object[]): Record<string, string> {
  const shown = questions.flatMap((each) =>
    'id' in each && !('variantOf' in each) ? [`<Question id="${each.id}" />\n`] : [],
  );
  const list = stringify(questions).replace(/^(?=.)/gm, '  ');
  return {
    [quiz]: `${smallCourse[quiz]}${list}`,
    [`${lesson}/lesson.mdx`]: `${smallCourse[`${lesson}/lesson.mdx`]}\n${shown.join('\n')}`,
  };
}
const after = (...questions: object[]) => told(withQuestions(...questions));

it.each([
  chooseOneQuestion,
  predictOutputQuestion,
  orderEventsQuestion,
  whichLineQuestion,
  estimateNumberQuestion,
] as Question[])('finds nothing in a question of the kind $kind that is right', (question) => {
  expect(after(here(question))).toEqual([]);
});

describe('a question', () => {
  const order = here(orderEventsQuestion);
  const line = here(whichLineQuestion);
  const estimate = here(estimateNumberQuestion);
  const choose = here(chooseOneQuestion);
  const output = here(predictOutputQuestion);
  it.each([
    [
      'of an order whose other orders lack an event',
      { ...order, orders: [['script', 'timer']] },
      'questions[1].orders: the id of each event once',
      'a list',
    ],
    [
      'of an order with a slip of events that there are not',
      { ...order, slips: [{ earlier: 'time', later: 'promise', explanation: 'It is not so.' }] },
      'questions[1].slips[0].earlier: the id of an event',
      '"time"',
    ],
    [
      'of an order with a slip that is right',
      { ...order, slips: [{ earlier: 'script', later: 'timer', explanation: 'It is not so.' }] },
      'questions[1].slips: two events that no right order has in this order',
      'a list',
    ],
    [
      'of an order with an event that the output does not tell',
      {
        ...order,
        events: order.events.map(({ prints: _, ...event }: object & { prints?: string }) => event),
      },
      'questions[1].program: a program instead of `code`, and `prints` at every event',
      'keys with values',
    ],
    [
      'of a line that the program does not have',
      { ...line, lines: [{ ...line.lines[0], line: 'while (true);' }, line.lines[1]] },
      'questions[1].lines[0].line: a line that the listing has once',
      'no line "while (true);"',
    ],
    [
      'of a line without a right one',
      { ...line, lines: line.lines.map((each: object) => ({ ...each, correct: false })) },
      'questions[1].lines: exactly one line with `correct: true`',
      'a list',
    ],
    [
      'of a line beside a program, without a proof',
      { ...line, proof: undefined },
      'questions[1].proof: a proof beside a program, and none without one',
      'nothing',
    ],
    [
      'of a number with a slip that is right',
      { ...estimate, slips: [{ from: -1, to: 1, explanation: 'It is not so.' }] },
      'questions[1].slips: ranges without a right answer',
      'a list',
    ],
    [
      'of a number with a slip from more to less',
      { ...estimate, slips: [{ from: 9, to: 5, explanation: 'It is not so.' }] },
      'questions[1].slips[0]: a range from the smaller to the larger number',
      'keys with values',
    ],
    [
      'whose right option nothing is printed for',
      { ...choose, code: undefined, program: { entry: 'main.ts', files: { 'main.ts': '1;' } } },
      'questions[1].program: a program instead of `code`, and `prints` at every right option; or neither',
      'keys with values',
    ],
    [
      'of a program without its entry',
      { ...output, program: { entry: 'start.ts', files: { 'main.ts': '1;' } } },
      'questions[1].program.entry: one of `files`',
      '"start.ts"',
    ],
  ])('%s', (_, question, expected, found) => {
    expect(after(question).map(([, ...words]) => words)).toEqual([[expected, found]]);
  });
});

describe('a variant', () => {
  const variant = { ...here(chooseOneQuestion), id: 'who-waits-elsewhere', variantOf: 'who-waits' };
  it('stands for a question of the same file', () => {
    expect(after(variant)).toEqual([]);
    expect(after({ ...variant, variantOf: 'who-wait' })).toEqual([
      [
        'quiz.yaml:38',
        'the id of a question of the same file that is no variant itself',
        '"who-wait"',
      ],
    ]);
  });
  it('stands for no variant', () => {
    const second = { ...variant, id: 'who-waits-there', variantOf: variant.id };
    expect(after(variant, second).map(([, ...words]) => words)).toEqual([
      ['the id of a question of the same file that is no variant itself', `"${variant.id}"`],
    ]);
  });
  it('is shown by no lesson', () => {
    const files = withQuestions(variant);
    const text = `${files[`${lesson}/lesson.mdx`]}\n<Question id="${variant.id}" />\n`;
    expect(told({ ...files, [`${lesson}/lesson.mdx`]: text })).toEqual([
      [
        expect.stringMatching(/^lesson\.mdx:\d+$/),
        'a question that is no variant: those are asked by reviews alone',
        `"${variant.id}"`,
      ],
    ]);
  });
  it('is no exercise, and none of one', () => {
    const exercise = { ...here(fixCodeQuestion), exercise: 'slow-view', variantOf: 'who-waits' };
    expect(told({ ...solved, ...withQuestions(exercise) })).toEqual([
      [
        expect.stringMatching(/^quiz\.yaml:\d+$/),
        'a variant of a question that reviews ask, which exercises are not',
        'fix-code of "who-waits"',
      ],
    ]);
  });
});

describe('an exercise', () => {
  const fixCode = { ...here(fixCodeQuestion), exercise: 'slow-view' };
  it('has a task, a check and a solution', () => {
    expect(told(solved)).toEqual([]);
    expect(told({ [`${experiment}/check.ts`]: '' })).toEqual([
      [
        'experiments/slow-view/experiment.yaml:1',
        '`exercise`, check.ts and solution/, or none of them',
        'only check.ts',
      ],
    ]);
    const { [`${experiment}/check.ts`]: _, ...withoutCheck } = solved;
    expect(told(withoutCheck)).toEqual([
      [
        'experiments/slow-view/experiment.yaml:1',
        '`exercise`, check.ts and solution/, or none of them',
        'only `exercise` and solution/',
      ],
    ]);
  });
  it('is solved in its own files', () => {
    expect(told({ ...solved, [`${experiment}/solution/other.ts`]: '' })).toEqual([
      [
        'experiments/slow-view/experiment.yaml:1',
        'in solution/ only files that the exercise has',
        '"other.ts"',
      ],
    ]);
  });
  it('is what a question of the kind fix-code names', () => {
    expect(told({ ...solved, ...withQuestions(fixCode) })).toEqual([]);
    expect(after(fixCode)).toEqual([
      [
        expect.stringMatching(/^quiz\.yaml:\d+$/),
        'the name of an experiment that is an exercise',
        '"slow-view"',
      ],
    ]);
    expect(after({ ...fixCode, exercise: 'slow-veiw' })).toEqual([
      [
        expect.stringMatching(/^quiz\.yaml:\d+$/),
        'the name of an experiment',
        '"slow-veiw" (did you mean "slow-view"?)',
      ],
    ]);
  });
});
