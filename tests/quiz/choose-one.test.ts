import { expect, test } from 'vitest';
import { chooseOne } from '../../src/quiz/choose-one.ts';
import { chooseOneQuestion as question } from './questions.ts';

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

test('no option, or none that a form could send, is no answer', () => {
  expect(chooseOne.parseAnswer(form({}))).toBeUndefined();
  expect(chooseOne.parseAnswer(form({ answer: 'first' }))).toBeUndefined();
});

test.each([
  ['0', true],
  ['1', false],
  ['2', false],
])('option %s is graded and explained by itself', (value, correct) => {
  const answer = chooseOne.parseAnswer(form({ answer: value }));
  expect(answer).toBe(Number(value));
  expect(chooseOne.grade(question, Number(value))).toEqual({
    correct,
    explain: [value],
    marks: [{ value, right: correct, word: correct ? 'right' : 'not this' }],
  });
});

test('an option that does not exist is wrong', () => {
  expect(chooseOne.grade(question, 17).correct).toBe(false);
});

test('the order of showing is the same for everybody, and does not tell the answer', () => {
  const shown = (id: string) =>
    chooseOne
      .fields({ ...question, id })
      .flatMap(({ options }) => options.map(({ value }) => value))
      .join('');
  expect(shown('a')).toBe(shown('a'));
  const firsts = Array.from({ length: 300 }, (_, n) => shown(`question-${n}`)[0]);
  for (const value of ['0', '1', '2'])
    expect(firsts.filter((first) => first === value).length).toBeGreaterThan(60);
});

test('`shuffle: false` keeps the order of the file', () => {
  const [field] = chooseOne.fields({ ...question, shuffle: false });
  expect(field?.options.map(({ value }) => value)).toEqual(['0', '1', '2']);
});
