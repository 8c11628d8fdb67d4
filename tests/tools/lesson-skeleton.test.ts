import { expect, it } from 'vitest';
import { readCourse } from '../../src/course/read.ts';
import { lessonSkeleton, placeOf } from '../../tools/lesson-skeleton.ts';
import { smallCourse } from '../course/small-course.ts';

const { course } = readCourse(smallCourse);
const place = placeOf(
  'third',
  'content/01-the-question',
  ['01-the-slow-view', '02-async', 'quiz.yaml'],
  course,
);

it('puts a new lesson behind the others', () => {
  expect(place).toEqual({
    folder: 'content/01-the-question/03-third',
    name: 'third',
    after: 'async',
  });
  expect(placeOf('first', 'content/02-next', [], course)).toEqual({
    folder: 'content/02-next/01-first',
    name: 'first',
    after: undefined,
  });
});

it('leaves open only what its author has to say', () => {
  const { diagnostics } = readCourse({ ...smallCourse, ...lessonSkeleton(place) });
  const open = diagnostics.map(
    ({ file, expected }) => `${file.replace(`${place.folder}/`, '')} ${expected}`,
  );
  expect(open).toEqual([
    'experiments/third/experiment.yaml title: at least 3 letters',
    'experiments/third/experiment.yaml shows: at least 3 letters',
    'twins/third/twin.yaml title: at least 3 letters',
    'twins/third/twin.yaml shows: at least 3 letters',
    'twins/third/twin.yaml breaks: at least 3 letters',
    'quiz.yaml questions[0].prompt: at least 3 letters',
    'quiz.yaml questions[0].options[0].text: at least 1 letter',
    'quiz.yaml questions[0].options[0].explanation: at least 3 letters',
    'quiz.yaml questions[0].options[1].text: at least 1 letter',
    'quiz.yaml questions[0].options[1].explanation: at least 3 letters',
    'lesson.mdx title: at least 3 letters',
    'lesson.mdx question: at least 3 letters',
    'lesson.mdx objective: at least 3 letters',
    'lesson.mdx decide: at least 3 letters',
    'lesson.mdx sources[0].title: at least 3 letters',
    'lesson.mdx sources[0].url: an address that begins with https://',
    'lesson.mdx sources[0].version: at least 3 letters',
    'lesson.mdx sources[0].supports: at least 3 letters',
  ]);
});
