import { expect, it } from 'vitest';
import { diagnosticsText } from '../../src/course/diagnostic.ts';
import { createLinks } from '../../src/course/links.ts';
import { readCourse } from '../../src/course/read.ts';
import { smallCourse } from './small-course.ts';

const { course } = readCourse(smallCourse);

it('puts sections and lessons in the order of their numbers', () => {
  const section = 'title: First\nquestion: Is it?\nsummary: The first one.\n';
  const { sections, lessons } = readCourse({
    'content/00-first/section.yaml': section,
    ...smallCourse,
  }).course;
  expect(sections.map(({ number, name }) => [number, name])).toEqual([
    [0, 'first'],
    [1, 'the-question'],
  ]);
  expect(lessons.map(({ id, number }) => [number, id])).toEqual([
    [1, 'the-question/the-slow-view'],
    [2, 'the-question/async'],
  ]);
});

it('finds things by their names', () => {
  expect(course.section('the-question').title).toBe('The question');
  expect(course.lesson('the-slow-view').experiments).toEqual([course.experiment('slow-view')]);
  expect(course.experiment('slow-view')).toMatchObject({
    lesson: 'the-slow-view',
    folder: 'content/01-the-question/01-the-slow-view/experiments/slow-view',
    entry: 'main.ts',
    timeLimitMs: 20_000,
    recording: { engine: 'Node.js 24.21.0' },
  });
  expect(course.question('who-waits').kind).toBe('choose-one');
  expect(course.term('event-loop').term).toBe('event loop');
  expect(course.claim('C1').holds).toBe('yes');
  expect(course.misconception('only-that-user-waits').label).toMatch(/^Only/);
});

it('tells which name is near when there is none', () => {
  expect(() => course.experiment('slow-veiw')).toThrow(
    'The course has no experiment "slow-veiw" (did you mean "slow-view"?).',
  );
  expect(() => course.term('quite-another-thing')).toThrow(
    'The course has no term "quite-another-thing".',
  );
});

it('parts the output of a twin from where it comes from', () => {
  expect(course.twin('slow-view')).toMatchObject({
    files: { 'views.py': 'print(0)\n' },
    provenance: ['Python 3.13.5', '2026-11-22, python3 views.py'],
    output: '0\n',
  });
});

it('shows the entry first, and keeps check and solution apart', () => {
  const folder = 'content/01-the-question/01-the-slow-view/experiments/slow-view';
  const more = { 'a.ts': 'a', 'check.ts': 'check', 'solution/main.ts': 'solved' };
  const added = Object.entries(more).map(([path, text]) => [`${folder}/${path}`, text]);
  const experiment = readCourse({ ...Object.fromEntries(added), ...smallCourse }).course.experiment(
    'slow-view',
  );
  expect(Object.keys(experiment.files)).toEqual(['main.ts', 'a.ts']);
  expect(experiment.check).toBe('check');
  expect(experiment.solution).toEqual({ 'main.ts': 'solved' });
});

it('leaves out a lesson with mistakes and keeps the others', () => {
  const path = 'content/01-the-question/02-async/lesson.mdx';
  const { lessons } = readCourse({ ...smallCourse, [path]: 'No front matter.' }).course;
  expect(lessons.map(({ name }) => name)).toEqual(['the-slow-view']);
});

it.each(['/docs', '/docs/'])('makes addresses under the folder %s', (base) => {
  const links = createLinks(base);
  expect(readCourse(smallCourse, links).course.lesson('async').href).toBe(
    '/docs/the-question/async/',
  );
  expect(links).toMatchObject({
    home: '/docs/',
    scratchpad: '/docs/scratchpad/',
    glossary: '/docs/glossary/',
    about: '/docs/about/',
  });
  expect(links.section('a')).toBe('/docs/a/');
  expect(links.sectionQuiz('a')).toBe('/docs/a/quiz/');
  expect(links.lesson('a', 'b', 'c')).toBe('/docs/a/b/#c');
  expect(links.term('event-loop')).toBe('/docs/glossary/#event-loop');
});

it('tells mistakes by file and line, and how many there are', () => {
  const mistake = { file: 'b', line: 2, column: 1, expected: 'x', found: 'y', read: 'z' };
  const text = diagnosticsText([
    mistake,
    { ...mistake, line: 10 },
    { ...mistake, file: 'a' },
    { ...mistake, line: 9 },
  ]);
  expect(text.match(/^\S+:\d+:\d+$/gm)).toEqual(['a:2:1', 'b:2:1', 'b:9:1', 'b:10:1']);
  expect(text).toMatch(/\n4 mistakes in the content$/);
  expect(diagnosticsText([mistake])).toBe(
    'b:2:1\n  expected  x\n  found     y\n  read      z\n\n1 mistake in the content',
  );
});
