import { expect, test } from 'vitest';
import { emptyProgress, type ProgressAction, reduce } from '../../src/progress/progress.ts';
import { ideasStillHeld, tally } from '../../src/progress/tally.ts';

const answered = (
  at: number,
  question: string,
  revision: number,
  misconceptions: string[],
): ProgressAction => ({
  type: 'question-answered',
  question,
  revision,
  correct: misconceptions.length === 0,
  misconceptions,
  at,
});
const progress = [
  { type: 'lesson-read', lesson: 'one', at: 1 } as const,
  { type: 'experiment-run', experiment: 'a', at: 2 } as const,
  { type: 'exercise-solved', experiment: 'b', at: 3 } as const,
  answered(4, 'missed', 1, ['idea']),
  answered(5, 'missed-then-right', 1, ['idea', 'other']),
  answered(6, 'missed-then-right', 1, []),
  answered(7, 'changed', 1, []),
  answered(8, 'right-then-missed', 1, []),
  answered(9, 'right-then-missed', 1, ['third', 'idea']),
].reduce(reduce, emptyProgress);

test('counts what is done of what there is; a question as it was answered last, in its revision', () => {
  const part = {
    lessons: ['one', 'two'],
    experiments: ['a', 'b', 'c'],
    exercises: ['b'],
    questions: [
      { id: 'missed', revision: 1 },
      { id: 'missed-then-right', revision: 1 },
      { id: 'changed', revision: 2 },
      { id: 'never-asked', revision: 1 },
      { id: 'right-then-missed', revision: 1 },
    ],
  };
  expect(tally(progress, part)).toEqual({ lessons: 1, experiments: 1, exercises: 1, questions: 1 });
});

const asked = (...ids: string[]) => ids.map((id) => ({ id, revision: 1 }));

test('names the ideas of last answers, the commonest first', () => {
  const questions = asked('missed', 'missed-then-right', 'right-then-missed', 'never-asked');
  expect(ideasStillHeld(progress, questions)).toEqual(['idea', 'third']);
  expect(ideasStillHeld(progress, [{ id: 'missed', revision: 2 }])).toEqual([]);
});

test('a variant answers for its question: the last answer to either counts, and only once', () => {
  const question = { id: 'asked', revision: 1, variants: asked('varied', 'varied-again') };
  const part = { lessons: [], experiments: [], exercises: [], questions: [question] };
  const after = (...actions: ProgressAction[]) => {
    const state = actions.reduce(reduce, emptyProgress);
    return [tally(state, part).questions, ideasStillHeld(state, part.questions)];
  };
  expect(after(answered(1, 'asked', 1, ['idea']), answered(2, 'varied', 1, []))).toEqual([1, []]);
  expect(after(answered(1, 'asked', 1, []), answered(2, 'varied-again', 1, ['idea']))).toEqual([
    0,
    ['idea'],
  ]);
  expect(after(answered(2, 'asked', 1, []), answered(1, 'varied', 1, ['idea']))).toEqual([1, []]);
  expect(after(answered(1, 'asked', 1, []), answered(2, 'varied', 1, []))).toEqual([1, []]);
});
