/** The map of tools: read like the other lists, and its mistakes told like theirs. */
import { describe, expect, it } from 'vitest';
import { readCourse } from '../../src/course/read.ts';
import { smallCourse } from './small-course.ts';

const celery = `- id: celery
  name: Celery
  language: python
  version: 5.6.2
  home: https://docs.celeryq.dev/
  summary: Nearly everything can be set.
  acknowledges: { short: before it runs, text: It leaves the queue first. }
  killed: { outcome: lost, text: It is gone. }
  lease: { short: none, text: Nobody looks. }
  retries: { short: none, text: Unless you ask. }
  persistence: { short: the broker's, text: As durable as that is. }
  timeLimit: { short: none, text: Not found., verified: false }
  sources: [{ title: Celery, url: https://docs.celeryq.dev/, version: read for 5.6.2 }]
  executed: [{ twin: slow-view, shows: attempts }]
`;

const lesson = 'content/01-the-question/02-async/lesson.mdx';
const withTools = (text: string, more: Readonly<Record<string, string>> = {}) =>
  readCourse({ ...smallCourse, 'content/tools.yaml': text, ...more });
const told = (...args: Parameters<typeof withTools>) =>
  withTools(...args).diagnostics.map(({ file, line, column, expected, found }) => [
    `${file.replace('content/', '')}:${line}:${column}`,
    expected,
    found,
  ]);
const after = (from: string, to: string) => {
  expect(celery).toContain(from);
  return told(celery.replace(from, to));
};
const linkTo = (address: string) => ({
  [lesson]: `${smallCourse[lesson]}\nSee [the map](${address}).\n`,
});

it('is part of the course, and its facts hold unless it says otherwise', () => {
  const { course, diagnostics } = withTools(celery);
  expect(diagnostics).toEqual([]);
  expect(course.tools.map(({ id }) => id)).toEqual(['celery']);
  expect(course.tools[0]?.retries.verified).toBe(true);
  expect(course.tools[0]?.timeLimit.verified).toBe(false);
});

it('may be missing, and then there are no tools and no page of them', () => {
  const { course, diagnostics } = readCourse({ ...smallCourse, ...linkTo('/tools/') });
  expect(course.tools).toEqual([]);
  expect(diagnostics.map(({ found }) => found)).toEqual([expect.stringContaining('"/tools/"')]);
});

it('has an address, and one for each tool', () => {
  expect(told(celery, linkTo('/tools/#celery'))).toEqual([]);
  expect(told(celery, linkTo('/tools/#celeri'))).toEqual([
    [
      expect.stringMatching(/^01-the-question/),
      expect.any(String),
      expect.stringMatching(/celery/),
    ],
  ]);
});

describe('mistakes', () => {
  it.each([
    [
      'a fact is missing',
      '  retries: { short: none, text: Unless you ask. }\n',
      '',
      ['tools.yaml:1:3', '[0].retries: keys with values', 'nothing'],
    ],
    [
      'an outcome that does not exist',
      'outcome: lost',
      'outcome: gone',
      ['tools.yaml:8:22', expect.stringMatching(/"lost".*"returns"/), '"gone"'],
    ],
    [
      'a twin that does not exist',
      'twin: slow-view',
      'twin: slow-vew',
      ['tools.yaml:14:22', 'the name of a twin', '"slow-vew" (did you mean "slow-view"?)'],
    ],
    [
      'a link that leads nowhere',
      'summary: Nearly everything',
      'summary: Nearly [everything](/nowhere/)',
      ['tools.yaml:6:12', expect.stringMatching(/^an address/), expect.stringMatching(/nowhere/)],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(after(from, to)).toEqual([expected]);
  });

  it('the same tool twice', () => {
    expect(told(celery + celery)).toEqual([
      ['tools.yaml:15:7', expect.any(String), expect.stringContaining('celery')],
    ]);
  });
});
