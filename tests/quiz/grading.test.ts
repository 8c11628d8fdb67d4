/** How the kinds beyond one right option and one right output are graded. */
import { describe, expect, test } from 'vitest';
import { chooseMany } from '../../src/quiz/choose-many.ts';
import { estimateNumber } from '../../src/quiz/estimate-number.ts';
import { orderEvents } from '../../src/quiz/order-events.ts';
import { quizFile } from '../../src/quiz/quiz-file.ts';
import { whichLine } from '../../src/quiz/which-line.ts';
import {
  chooseManyQuestion,
  estimateNumberQuestion,
  orderEventsQuestion,
  whichLineQuestion,
} from './questions.ts';

const form = (name: string, ...values: readonly string[]) => {
  const data = new FormData();
  for (const value of values) data.append(name, value);
  return data;
};
const mistakes = (question: object) =>
  quizFile.safeParse({ questions: [question] }).error?.issues.map(({ message }) => message) ?? [];

describe('choose many', () => {
  test.each([
    [[0, 1], true, [], undefined],
    [[0], false, ['this too'], '1 more is right.'],
    [
      [2],
      false,
      ['this too', 'this too', 'not this'],
      '2 more are right, and 1 that you chose is not.',
    ],
    [[0, 1, 2], false, ['not this'], '1 that you chose is not.'],
  ])('%j', (chosen, correct, words, note) => {
    const answer = chooseMany.parseAnswer(form('answer', ...chosen.map(String)));
    const grade = chooseMany.grade(chooseManyQuestion, answer ?? []);
    expect(grade.correct).toBe(correct);
    expect(grade.marks.map(({ word }) => word).filter((word) => word !== 'right')).toEqual(words);
    expect(grade.note).toBe(note);
  });

  test('nothing chosen is no answer', () => {
    expect(chooseMany.parseAnswer(form('answer'))).toBeUndefined();
  });

  test('a key beside a program has to be one that can be executed', () => {
    const [first, ...rest] = chooseManyQuestion.options;
    const { prints, ...silent } = first ?? {};
    expect(prints).toBeDefined();
    expect(mistakes({ ...chooseManyQuestion, options: [silent, ...rest] })).toEqual([
      'a program instead of `code`, and `prints` at every right option; or neither',
    ]);
  });
});

describe('order events', () => {
  test('the right order is right, and shown is another one', () => {
    expect(orderEvents.grade(orderEventsQuestion, ['script', 'promise', 'timer']).correct).toBe(
      true,
    );
    for (let revision = 1; revision < 30; revision++) {
      const [field] = orderEvents.fields({ ...orderEventsQuestion, revision });
      expect(field?.options.map(({ value }) => value)).not.toEqual(['script', 'promise', 'timer']);
    }
  });

  test('a second right order is right too', () => {
    const question = {
      ...orderEventsQuestion,
      slips: [],
      orders: [['script', 'timer', 'promise']],
    };
    expect(orderEvents.grade(question, ['script', 'timer', 'promise']).explain).toEqual([
      'order-1',
    ]);
  });

  test('a wrong order is told by the two events that are the wrong way round', () => {
    const explain = (...order: string[]) => orderEvents.grade(orderEventsQuestion, order).explain;
    expect(explain('timer', 'script', 'promise')).toEqual(['slip-0']);
    expect(explain('promise', 'script', 'timer')).toEqual(['otherwise']);
    expect(explain('timer')).toEqual(['otherwise']);
  });

  test('its author is told of orders that cannot be', () => {
    expect(mistakes({ ...orderEventsQuestion, orders: [['script', 'timer']] })).toEqual([
      'the id of each event once',
    ]);
    const slips = [{ earlier: 'script', later: 'timer', explanation: 'It does.' }];
    expect(mistakes({ ...orderEventsQuestion, slips })).toEqual([
      'two events that no right order has in this order',
    ]);
  });
});

describe('which line', () => {
  test.each([
    ['5', true, '5'],
    ['1', false, '1'],
    ['2', false, 'otherwise'],
    ['99', false, 'otherwise'],
  ])('line %s', (value, correct, explained) => {
    const grade = whichLine.grade(
      whichLineQuestion,
      whichLine.parseAnswer(form('line', value)) ?? 0,
    );
    expect(grade).toMatchObject({
      correct,
      explain: [explained],
      marks: [{ value, right: correct }],
    });
  });

  test('its author is told of a line that is not there, or there twice', () => {
    const lines = [{ ...whichLineQuestion.lines[0], line: 'nothing' }, whichLineQuestion.lines[1]];
    expect(mistakes({ ...whichLineQuestion, lines })).toEqual(['a line that the listing has once']);
    const program = { entry: 'main.ts', files: { 'main.ts': 'a();\nb();\na();\n' } };
    const twice = [
      { ...whichLineQuestion.lines[0], line: 'a();' },
      { ...whichLineQuestion.lines[1], line: 'b();' },
    ];
    expect(mistakes({ ...whichLineQuestion, program, lines: twice })).toEqual([
      'a line that the listing has once',
    ]);
  });
});

describe('estimate a number', () => {
  const question = { ...estimateNumberQuestion, answer: 100, tolerance: 10, slips: [] };
  test.each([
    ['100', true, undefined],
    ['91.5', true, 'The run gave 100 ticks.'],
    ['89', false, 'That is too low.'],
    ['1e3', false, 'That is too high.'],
  ])('%s', (value, correct, note) => {
    const answer = estimateNumber.parseAnswer(form('number', value));
    const grade = estimateNumber.grade(question, answer ?? Number.NaN);
    expect(grade.correct).toBe(correct);
    expect(grade.note).toBe(note);
  });

  test('what is no number is no answer', () => {
    for (const value of ['', '  ', 'many', 'Infinity'])
      expect(estimateNumber.parseAnswer(form('number', value))).toBeUndefined();
  });

  test('a number worth a word of its own gets it, and cannot be a right one', () => {
    expect(estimateNumber.grade(estimateNumberQuestion, 10).explain).toEqual(['slip-0']);
    expect(mistakes({ ...estimateNumberQuestion, answer: 9 })).toEqual([
      'ranges without a right answer',
    ]);
  });
});
