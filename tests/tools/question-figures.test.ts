import { describe, expect, test } from 'vitest';
import {
  emptyProgress,
  type Progress,
  type ProgressAction,
  reduce,
} from '../../src/progress/progress.ts';
import { figuresOf, readersOf, shareOf } from '../../tools/question-figures.ts';
import { chooseManyQuestion, chooseOneQuestion } from '../quiz/questions.ts';

const course = {
  questions: [
    { question: chooseOneQuestion, variants: [], title: 'A lesson', href: '/a/#x' },
    { question: chooseManyQuestion, variants: [], title: 'A lesson', href: '/a/#y' },
  ],
};

interface Given {
  readonly question?: string;
  readonly revision?: number;
  readonly key?: string;
}
/** A reader's answer; of the question for one choice `0` is the right one. */
const answered = (
  at: number,
  { question = chooseOneQuestion.id, revision = 1, key = '0' }: Given = {},
): ProgressAction => ({
  type: 'question-answered',
  at,
  question,
  revision,
  correct: key === '0',
  misconceptions: [],
  explained: [key],
});
const reader = (...actions: ProgressAction[]): Progress => actions.reduce(reduce, emptyProgress);
/** So many readers, each with this answer. */
const times = (count: number, key: string): Progress[] =>
  Array.from({ length: count }, (_, index) => reader(answered(index, { key })));
const figures = (readers: readonly Progress[]) => {
  const [first] = figuresOf(course, readers);
  if (!first) throw new Error('There are no figures');
  return first;
};

test('only the first answer to the question of today counts', () => {
  const one = reader(
    answered(1, { revision: 2, key: '0' }),
    answered(2, { key: '1' }),
    answered(3),
  );
  expect(figures([one])).toMatchObject({
    readers: 1,
    right: 0,
    wrong: [{ key: '1', about: chooseOneQuestion.options[1]?.text, readers: 1 }],
  });
});

test('wrong answers come by how many gave them, with the misconception that they show', () => {
  const { wrong } = figures([...times(2, '2'), ...times(3, '1'), ...times(4, '0')]);
  expect(wrong.map(({ key, readers, misconception }) => [key, readers, misconception])).toEqual([
    ['1', 3, chooseOneQuestion.options[1]?.misconception],
    ['2', 2, chooseOneQuestion.options[2]?.misconception],
  ]);
});

test('an answer of before it was kept which one it was is wrong all the same', () => {
  const attempt = { ...answered(1), correct: false } as ProgressAction & { explained?: unknown };
  delete attempt.explained;
  expect(figures([reader(attempt)])).toMatchObject({ readers: 1, right: 0, wrong: [] });
});

test('a question that nobody has answered has no figures, and no finding', () => {
  expect(figuresOf(course, times(3, '0'))[1]).toEqual({
    id: chooseManyQuestion.id,
    readers: 0,
    right: 0,
    rightShare: { low: 0, high: 1 },
    wrong: [],
    finding: undefined,
  });
});

test('the interval is that of Wilson', () => {
  // The example of Newcombe 1998, Statistics in Medicine 17, table I: 81 of 263, and 0 of 20.
  const rounded = ({ low, high }: { low: number; high: number }) =>
    [low, high].map((share) => share.toFixed(4));
  expect(rounded(shareOf(81, 263))).toEqual(['0.2553', '0.3662']);
  expect(rounded(shareOf(0, 20))).toEqual(['0.0000', '0.1611']);
});

describe('a finding', () => {
  test.for([
    [35, 0, 'too easy'],
    [34, 0, undefined],
    [0, 6, 'too hard'],
    [0, 5, undefined],
    [6, 6, 'ambiguous'],
    [5, 5, undefined],
    [40, 10, undefined],
    [3, 0, undefined],
    [0, 3, undefined],
    [2, 1, undefined],
  ] as const)('of %i right and %i wrong answers is %s', ([right, wrong, finding]) => {
    expect(figures([...times(right, '0'), ...times(wrong, '1')]).finding).toBe(finding);
  });

  test('is none where the wrong answers are many different ones', () => {
    const scattered = [...times(6, '0'), ...times(3, '1'), ...times(3, '2')];
    expect(figures(scattered).finding).toBeUndefined();
  });
});

test('files that share an answer are one reader, whatever their order', () => {
  const early = reader(answered(1, { key: '1' }));
  const late = reader(answered(1, { key: '1' }), answered(5));
  const later = reader(answered(5), answered(9));
  const stranger = reader(answered(2));
  for (const files of [
    [early, stranger, late, later],
    [later, stranger, early, late],
  ]) {
    const readers = readersOf(files);
    expect(readers).toHaveLength(2);
    expect(figures(readers)).toMatchObject({ readers: 2, right: 1 });
  }
});
