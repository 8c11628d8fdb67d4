/** What an author of the decision guide is told. */
import { expect, it } from 'vitest';
import { readCourse } from '../../src/course/read.ts';
import { smallCourse } from './small-course.ts';

const file = 'content/decision-guide.yaml';
const guide = `questions:
  - id: survive
    ask: Must it survive?
    short: Survives
    why: A deploy ends the process.
    answers:
      - { id: 'yes', text: It must., short: 'yes', changes: Write it down., proof: [{ experiment: slow-view, shows: That. }] }
      - { id: 'no', text: It need not., short: 'no', changes: Keep it., proof: [{ twin: slow-view, shows: This. }] }
rules:
  - { when: { survive: 'yes' }, place: queue, because: It survives. }
  - { when: {}, place: view, because: It is simple. }
tensions: []
places:
  - id: queue
    title: A queue
    glyph: queue
    kept: queue
    is: Written down.
    django: [Celery]
    node: [BullMQ]
    gives: [It survives.]
    configure: [A time limit.]
    lessons: [the-slow-view]
  - id: view
    title: In the view
    glyph: inline
    kept: request
    is: Here and now.
    django: [A view]
    node: [A handler]
    gives: [An answer.]
    configure: [A deadline.]
    lessons: []
advice:
  survive:
    'yes': { request: One., process: Two., queue: Three. }
    'no': { request: One., process: Two., queue: Three. }
cases:
  - id: mail
    title: A mail
    story: Somebody signs up.
    answers: { survive: { answer: 'yes', also: ['no'], because: They need it. } }
    place: queue
    remark: That is all.
`;

const told = (text: string, files: Readonly<Record<string, string>> = {}) =>
  readCourse({ ...smallCourse, [file]: text, ...files }).diagnostics.map(
    ({ line, expected, found }) => [line, expected, found],
  );
const after = (from: string, to: string) => {
  if (!guide.includes(from)) throw new Error(`The guide has no ${JSON.stringify(from)}`);
  return told(guide.replace(from, to));
};

it('is told nothing when all is well', () => expect(told(guide)).toEqual([]));

it.each([
  [
    'a run that does not exist',
    'experiment: slow-view',
    'experiment: slow-veiw',
    [[7, 'the name of an experiment', '"slow-veiw" (did you mean "slow-view"?)']],
  ],
  [
    'a lesson that does not exist',
    'lessons: [the-slow-view]',
    'lessons: [the-fast-view]',
    [[23, 'the name of a lesson', '"the-fast-view" (did you mean "the-slow-view"?)']],
  ],
  [
    'a question that does not exist',
    "when: { survive: 'yes' }",
    "when: { surive: 'yes' }",
    [[10, 'the id of a question of the guide', '"surive" (did you mean "survive"?)']],
  ],
  [
    'an answer that does not exist',
    "when: { survive: 'yes' }",
    'when: { survive: perhaps }',
    [[10, 'the id of an answer to "survive"', '"perhaps"']],
  ],
  [
    'a gap between the rules',
    '  - { when: {}, place: view,',
    "  - { when: { survive: 'yes' }, place: view,",
    [
      [10, 'a rule for every way to answer the questions', 'none for survive: no'],
      [11, 'a rule that decides something: those before it leave it nothing', '"view"'],
      [24, 'a place that a rule leads to', '"view"'],
    ],
  ],
  [
    'advice with a hole',
    "    'no': { request: One., process: Two., queue: Three. }\n",
    '',
    [[36, 'words for each answer to "survive"', 'none for "no"']],
  ],
  [
    'a case that leads elsewhere',
    '    place: queue\n    remark',
    '    place: view\n    remark',
    [[43, 'the place that the answers lead to, "queue"', '"view"']],
  ],
  [
    'a case without an answer',
    "{ survive: { answer: 'yes', also: ['no'], because: They need it. } }",
    '{}',
    [
      [42, 'an answer to every question', 'none to "survive"'],
      [43, 'the place that the answers lead to, "view"', '"queue"'],
    ],
  ],
])('is told of %s', (_, from, to, mistakes) => {
  expect(after(from, to)).toEqual(mistakes);
});

it('is told of a link to answers that do not exist', () => {
  const lesson = 'content/01-the-question/02-async/lesson.mdx';
  const link = (hash: string) =>
    told(guide, { [lesson]: `${smallCourse[lesson]}\n[decide](/decide/#${hash})\n` });
  expect(link('survive=yes')).toEqual([]);
  expect(link('place-queue')).toEqual([]);
  expect(link('survive=yse')).toEqual([
    [
      expect.any(Number),
      'the id of a heading of /decide/',
      '"survive=yse" (did you mean "survive=yes"?) in "/decide/#survive=yse"',
    ],
  ]);
});

it('is told of a lesson that is no longer coming, and of a claim that nobody teaches', () => {
  const coming = (text: string) =>
    readCourse({ ...smallCourse, 'content/coming.yaml': text }).diagnostics.map(
      ({ line, expected, found }) => [line, expected, found],
    );
  expect(coming("- { number: '1.3', title: To come, claims: [C1] }")).toEqual([]);
  expect(coming("- { number: '1.2', title: Async, claims: [C1] }")).toEqual([
    [
      1,
      'a lesson that is not written yet: take away the entry of one that is',
      '1.2, which is "Async"',
    ],
  ]);
  const claims = `${smallCourse['content/claims.yaml']}\n- { id: C2, claim: It holds., holds: 'yes', because: So. }\n`;
  expect(
    readCourse({ ...smallCourse, 'content/claims.yaml': claims }).diagnostics.map(
      ({ expected, found }) => [expected, found],
    ),
  ).toEqual([['a lesson that teaches C2, or one in content/coming.yaml that will', 'none']]);
});
