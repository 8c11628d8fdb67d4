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

test('names the ideas of last answers, the commonest first', () => {
  expect(ideasStillHeld(progress)).toEqual(['idea', 'third']);
});
