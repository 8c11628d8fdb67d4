import { expect, test } from 'vitest';
import { answer, begin, ideasHeld, isOver, missed, nextAfter } from '../../src/quiz/round.ts';

const right = { correct: true, misconceptions: [] };
const wrong = (...misconceptions: string[]) => ({ correct: false, misconceptions });

test('a round goes on until every question has an answer', () => {
  let round = begin(['a', 'b']);
  expect(isOver(round)).toBe(false);
  round = answer(round, 'b', right);
  expect(nextAfter(round, 'b')).toBe('a');
  expect(nextAfter(round, 'a')).toBe('a');
  round = answer(round, 'a', wrong());
  expect(isOver(round)).toBe(true);
  expect(nextAfter(round, 'a')).toBeUndefined();
});

test('only the first answer counts, because the explanation tells the right one', () => {
  let round = answer(begin(['a']), 'a', wrong('an-idea'));
  round = answer(round, 'a', right);
  expect(missed(round)).toEqual(['a']);
  expect(ideasHeld(round)).toEqual(['an-idea']);
});

test('the next round asks what was missed, and no answer to anything else matters', () => {
  let round = begin(['a', 'b', 'c']);
  for (const [id, first] of [
    ['a', wrong()],
    ['b', right],
    ['c', wrong()],
  ] as const)
    round = answer(round, id, first);
  const next = begin(missed(round));
  expect(next.asked).toEqual(['a', 'c']);
  expect(answer(next, 'b', wrong())).toBe(next);
});

test('ideas are told once, the most frequent first', () => {
  let round = begin(['a', 'b', 'c']);
  round = answer(round, 'a', wrong('seldom'));
  round = answer(round, 'b', wrong('often'));
  round = answer(round, 'c', wrong('often'));
  expect(ideasHeld(round)).toEqual(['often', 'seldom']);
});

test('a round of no questions is over', () => {
  expect(isOver(begin([]))).toBe(true);
  expect(nextAfter(begin([]), undefined)).toBeUndefined();
});
