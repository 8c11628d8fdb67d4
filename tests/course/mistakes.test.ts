/** Every mistake that an author can make gives its place, what was expected, what was found and where to read. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/course/diagnostic.ts';
import { readCourse } from '../../src/course/read.ts';
import { mistakesAfter, smallCourse } from './small-course.ts';

const view = '01-the-slow-view';

/** `file:line:column`, then expected and found, without the folder that all files share. */
const told = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ file, line, column, expected, found }) => [
    `${file.replace('content/01-the-question/', '')}:${line}:${column}`,
    expected,
    found,
  ]);

const after = (...edit: Parameters<typeof mistakesAfter>) => told(mistakesAfter(...edit));
const without = (path: string) => {
  const { [`content/01-the-question/${path}`]: _, ...files } = smallCourse;
  return told(readCourse(files).diagnostics);
};
const withFile = (path: string, text = '') =>
  told(readCourse({ ...smallCourse, [`content/01-the-question/${path}`]: text }).diagnostics);

it('finds nothing in a course that is right', () => {
  expect(told(readCourse(smallCourse).diagnostics)).toEqual([]);
});

it('reads a course that has nothing yet', () => {
  const { course, diagnostics } = readCourse({});
  expect(diagnostics).toEqual([]);
  expect(course.sections).toEqual([]);
});

it('goes on after a mistake, and tells all', () => {
  const files = {
    'content/01-a/section.yaml': 'title: [',
    'content/01-a/01-b/lesson.mdx': '<',
    'content/x.txt': '',
  };
  expect(readCourse(files).diagnostics.map(({ file }) => file)).toEqual([
    'content/x.txt',
    'content/glossary.yaml',
    'content/claims.yaml',
    'content/01-a/section.yaml',
    'content/01-a/01-b/lesson.mdx',
    'content/01-a/01-b/lesson.mdx',
  ]);
});

describe('YAML', () => {
  it.each([
    [
      'not YAML',
      'section.yaml',
      'title: The question',
      'title: "The question',
      'section.yaml:4:1',
      'YAML',
      /^missing closing "quote/,
    ],
    [
      'a key is missing',
      'section.yaml',
      'title: The question\n',
      '',
      'section.yaml:1:1',
      'title: a text',
      'nothing',
    ],
    [
      'an unknown key',
      'section.yaml',
      'title:',
      'titel: x\ntitle:',
      'section.yaml:1:1',
      'only keys that the format has',
      'the key "titel"',
    ],
    [
      'a wrong type',
      `${view}/lesson.mdx`,
      'minutes: 20',
      'minutes: long',
      `${view}/lesson.mdx:5:10`,
      'minutes: a number',
      '"long"',
    ],
    [
      'too small',
      `${view}/lesson.mdx`,
      'minutes: 20',
      'minutes: 1',
      `${view}/lesson.mdx:5:10`,
      'minutes: at least 3',
      '1',
    ],
    [
      'too big',
      `${view}/lesson.mdx`,
      'minutes: 20',
      'minutes: 100',
      `${view}/lesson.mdx:5:10`,
      'minutes: at most 90',
      '100',
    ],
    [
      'no whole number',
      `${view}/lesson.mdx`,
      'minutes: 20',
      'minutes: 2.5',
      `${view}/lesson.mdx:5:10`,
      'minutes: a whole number',
      '2.5',
    ],
    [
      'deep inside',
      `${view}/lesson.mdx`,
      'url: https://example.org/',
      'url: example',
      `${view}/lesson.mdx:12:10`,
      'sources[0].url: an address that begins with https://',
      '"example"',
    ],
    [
      'not one of the values',
      'claims.yaml',
      "'yes'",
      "'maybe'",
      'content/claims.yaml:4:10',
      '[0].holds: "yes" or "with-conditions" or "misleading" or "no"',
      '"maybe"',
    ],
    [
      'no name',
      `${view}/lesson.mdx`,
      'terms: []',
      'terms: [Event Loop]',
      `${view}/lesson.mdx:8:9`,
      'terms[0]: lower-case words joined by hyphens',
      '"Event Loop"',
    ],
  ])('%s', (_, file, text, replacement, place, expected, found) => {
    const [first] = after(file, text, replacement);
    expect(first?.slice(0, 2)).toEqual([place, expected]);
    expect(first?.[2]).toMatch(found);
  });

  it('needs front matter', () => {
    expect(after(`${view}/lesson.mdx`, '---\ntitle', 'title')).toContainEqual([
      `${view}/lesson.mdx:1:1`,
      'front matter between two lines of ---',
      '"title: The slow view"',
    ]);
  });
});

describe('the text of a lesson', () => {
  const file = `${view}/lesson.mdx`;
  it('counts a text that is no MDX once, whatever refers to it', () => {
    expect(after(file, '<Decide />', '\n<Decide').map(([place]) => place)).toEqual([
      `${file}:30:1`,
    ]);
  });

  it.each([
    [
      'an unknown experiment',
      '<Experiment name="slow-view"',
      '<Experiment name="slow-veiw"',
      'the name of an experiment',
      '"slow-veiw" (did you mean "slow-view"?)',
      21,
    ],
    [
      'an unknown twin',
      '<Twin name="slow-view"',
      '<Twin name="celery"',
      'the name of a twin',
      '"celery"',
      27,
    ],
    [
      'an unknown question',
      '<Question id="who-waits"',
      '<Question id="who-wait"',
      'the name of a question',
      '"who-wait" (did you mean "who-waits"?)',
      23,
    ],
    [
      'an unknown term',
      '<Term id="event-loop"',
      '<Term id="the-loop"',
      'the name of a term of content/glossary.yaml',
      '"the-loop"',
      19,
    ],
    [
      'an unknown component',
      '<Decide />',
      '<Decision />',
      'one of the components <Experiment>, <Twin>, <Question>, <Term>, <Decide>',
      '<Decision>',
      29,
    ],
    [
      'an attribute is missing',
      '<Decide />',
      '<Twin />',
      '<Twin name="…"> with a plain text between the quotes',
      '<Twin> without it',
      29,
    ],
    [
      'an attribute without a value',
      '<Decide />',
      '<Twin name />',
      '<Twin name="…"> with a plain text between the quotes',
      'no value',
      29,
    ],
    [
      'an attribute that is computed',
      '<Decide />',
      "<Twin name={'slow-view'} />",
      '<Twin name="…"> with a plain text between the quotes',
      'an expression in braces',
      29,
    ],
    [
      'an import',
      '<Decide />',
      "import x from './x.ts';",
      'no import and no export: a lesson is given its components by name',
      '"import x from \'./x.ts\';"',
      29,
    ],
    ['not MDX', '<Decide />', '\n<Decide', 'MDX', /^Unexpected/, 30],
    [
      'the same thing twice',
      '<Decide />',
      '<Twin name="slow-view" />',
      '<Twin name="slow-view" /> once in the text',
      '2 of them',
      29,
    ],
    [
      'a thing that is not shown',
      '<Twin name="slow-view" />',
      '',
      '<Twin name="slow-view" /> once in the text',
      'none',
      1,
    ],
    [
      'a dead anchor here',
      '](#in-django)',
      '](#in-jango)',
      'the id of a heading of /the-question/the-slow-view/',
      '"in-jango" (did you mean "in-django"?) in "#in-jango"',
      19,
    ],
    [
      'a dead address',
      '](#in-django)',
      '](/the-question/asinc/)',
      'an address of this site, as in /the-question/the-slow-view/#anchor',
      '"/the-question/asinc/" (did you mean "/the-question/async/"?)',
      19,
    ],
    [
      'a relative link',
      '](#in-django)',
      '](../asinc/)',
      'an address of this site, as in /the-question/the-slow-view/#anchor',
      '"/the-question/asinc/" (did you mean "/the-question/async/"?) in "../asinc/"',
      19,
    ],
    [
      'a dead anchor elsewhere',
      '](#in-django)',
      '](/glossary/#loop)',
      'the id of a heading of /glossary/',
      '"loop" in "/glossary/#loop"',
      19,
    ],
  ])('%s', (_, text, replacement, expected, found, line) => {
    const mistakes = after(file, text, replacement);
    const mistake = mistakes.find(([, each]) => each === expected);
    expect(mistake?.[0]).toContain(`${file}:${line}:`);
    expect(mistake?.[2]).toMatch(found);
  });

  it.each([
    'https://example.org/x',
    'mailto:a@example.org',
    '../async/',
    '/glossary/#event-loop',
    '/',
  ])('takes the link %s', (url) => expect(after(file, '](#in-django)', `](${url})`)).toEqual([]));

  it.each([
    [
      'claims',
      'claims: [C1]',
      'claims: [C99]',
      'the name of a claim of content/claims.yaml',
      '"C99"',
      '6:10',
    ],
    [
      'terms',
      'terms: []',
      'terms: [event-lop]',
      'the name of a term of content/glossary.yaml',
      '"event-lop" (did you mean "event-loop"?)',
      '8:9',
    ],
    [
      'prerequisites',
      'prerequisites: []',
      'prerequisites: [nothing]',
      'the name of a lesson',
      '"nothing"',
      '7:17',
    ],
    [
      'prerequisites in order',
      'prerequisites: []',
      'prerequisites: [async]',
      'the name of a lesson that comes before this one',
      '"async"',
      '7:17',
    ],
  ])('refers to %s that exist', (_, text, replacement, expected, found, place) => {
    expect(after(file, text, replacement)).toEqual([[`${file}:${place}`, expected, found]]);
  });
});

describe('questions', () => {
  const file = `${view}/quiz.yaml`;
  it.each([
    [
      'no right option',
      '        correct: true\n',
      '',
      '7:7',
      'questions[0].options: exactly one option with `correct: true`',
      'none',
    ],
    [
      'two right options',
      '        misconception: only-that-user-waits',
      '        correct: true',
      '7:7',
      'questions[0].options: exactly one option with `correct: true`',
      '2',
    ],
    [
      'no explanation',
      '        explanation: There is one thread.\n',
      '',
      '7:9',
      'questions[0].options[0].explanation: a text',
      'nothing',
    ],
    [
      'an unknown kind',
      'kind: choose-one',
      'kind: choose',
      '4:11',
      'questions[0].kind: "choose-one" or "choose-many" or "predict-output" or "order-events" or "which-line" or "estimate-number" or "fix-code"',
      '"choose"',
    ],
    [
      'an unknown lesson',
      'the-slow-view#in-django',
      'the-slow-vew#in-django',
      '13:15',
      'the name of a lesson',
      '"the-slow-vew" (did you mean "the-slow-view"?)',
    ],
    [
      'a dead anchor',
      'the-slow-view#in-django',
      'the-slow-view#in-jango',
      '13:15',
      'the id of a heading of the lesson the-slow-view',
      '"in-jango" (did you mean "in-django"?)',
    ],
    [
      'an unknown misconception',
      'misconception: only-that-user-waits',
      'misconception: nobody-waits',
      '14:24',
      'the name of a misconception of content/misconceptions.yaml',
      '"nobody-waits"',
    ],
    [
      'a dead link',
      'There is one thread.',
      'See [it](/no/).',
      '9:22',
      'an address of this site, as in /the-question/the-slow-view/#anchor',
      '"/no/"',
    ],
  ])('%s', (_, text, replacement, place, expected, found) => {
    expect(after(file, text, replacement)).toEqual([[`${file}:${place}`, expected, found]]);
  });

  it('does not count what refers to a list that cannot be read', () => {
    expect(after(file, 'questions:', 'questions: [').map(([place]) => place)).toEqual([
      `${file}:2:9`,
    ]);
    expect(after('glossary.yaml', '- id', '- [id').map(([place]) => place)).toEqual([
      'content/glossary.yaml:1:8',
    ]);
  });
});

describe('experiments and their recordings', () => {
  const folder = `${view}/experiments/slow-view`;
  const recording = `${view}/recordings/slow-view.json`;

  it('needs a description', () => {
    expect(without(`${folder}/experiment.yaml`)).toContainEqual([
      `${folder}/experiment.yaml:1:1`,
      'a file that describes the experiment',
      'no file',
    ]);
  });
  it('has one paragraph where there is room for one', () => {
    const title = 'title: "One slow view\\n\\nand one loop"';
    expect(after(`${folder}/experiment.yaml`, 'title: One slow view', title)).toEqual([
      [
        `${folder}/experiment.yaml:1:8`,
        'title: one paragraph, without an empty line in it',
        '"One slow view\\n\\nand one loop"',
      ],
    ]);
  });
  it('needs its entry', () => {
    expect(after(`${folder}/experiment.yaml`, 'entry: main.ts', 'entry: start.ts')).toContainEqual([
      `${folder}/experiment.yaml:2:8`,
      "entry: one of the experiment's files: main.ts",
      '"start.ts"',
    ]);
  });
  it('has only programs', () => {
    expect(withFile(`${folder}/notes.txt`)).toEqual([
      [`${folder}/notes.txt:1:1`, 'only experiment.yaml and .ts files beside it', '"notes.txt"'],
    ]);
  });
  it('needs a recording', () => {
    expect(without(recording)).toEqual([
      [`${recording}:1:1`, 'a recording of the experiment "slow-view"', 'no file'],
    ]);
  });
  it('needs a recording of its own', () => {
    expect(after(recording, '"experiment":"slow-view"', '"experiment":"other"')).toEqual([
      [`${recording}:1:1`, 'experiment: "slow-view"', '"other"'],
    ]);
    expect(withFile(`${view}/recordings/other.json`, '{}')).toEqual([
      [
        `${view}/recordings/other.json:1:1`,
        'the recording of an experiment of the same lesson',
        '"other"',
      ],
    ]);
  });
  it('needs an outcome that the program reports, and a recording that has many', () => {
    const file = `${view}/experiments/slow-view/experiment.yaml`;
    const named = 'entry: main.ts\noutcome:\n  key: lost\n  label: lost updates';
    const found = after(file, 'entry: main.ts', named);
    expect(found).toEqual([
      [
        expect.stringMatching(/experiment\.yaml:\d+:\d+$/),
        'outcome.key: a key that the program reports in its mark `result`',
        expect.stringMatching(/^"lost", and its recording has /),
      ],
      [
        expect.stringMatching(/experiment\.yaml:\d+:\d+$/),
        'a recording with many runs: the experiment names an outcome',
        'one run only',
      ],
    ]);
    expect(after(recording, '"version":2', '"outcomes":[1,2],"version":2')).toEqual([
      [
        expect.stringMatching(/experiment\.yaml:1:1$/),
        'a recording with one run only: the experiment names no outcome',
        'many runs',
      ],
    ]);
  });

  it('needs a recording of its files as they are', () => {
    expect(after(`${folder}/main.ts`, '= 0', '= 1')).toEqual([
      [
        `${recording}:1:1`,
        "a recording of the experiment's files as they are now",
        'a recording of another source',
      ],
    ]);
  });
  it('wants nothing of the machine that it was recorded on', () => {
    const told = '"text":"at file:///home/ada/main.ts:3\\n","at":1';
    expect(after(recording, '"text":"0\\n","at":1', told)).toEqual([
      [`${recording}:1:1`, 'nothing of where it was recorded', '"file:///home/ada/main.ts:3"'],
    ]);
  });

  it('needs a recording that can be read', () => {
    expect(after(recording, '{', '')[0]?.slice(0, 2)).toEqual([
      `${recording}:1:1`,
      'JSON, written by the tool alone',
    ]);
    expect(after(recording, '"version":2', '"version":1')).toEqual([
      [`${recording}:1:1`, 'version: 2', '1: a recording in an older form; record it again'],
    ]);
    expect(after(recording, '"traceVersion":2', '"traceVersion":3')).toEqual([
      [
        `${recording}:1:1`,
        'traceVersion: 2',
        '3: a recording in a newer form; bring the project up to date',
      ],
    ]);
    expect(after(recording, '"trace":[]', '"trace":[{"type":"odd"}]')).toEqual([
      [
        `${recording}:1:1`,
        'trace[0]: a trace event, as src/trace/trace-event.ts has them',
        'keys with values',
      ],
    ]);
  });
  it('measures what its prediction asks for', () => {
    const prediction = `prediction:
  kind: number
  ask: How many?
  unit: requests
  min: 0
  max: 9
  measured: answered
  because: There is one thread.
`;
    expect(after(`${folder}/experiment.yaml`, 'title:', `${prediction}title:`)).toEqual([
      [
        `${folder}/experiment.yaml:7:13`,
        'prediction.measured: a key that the program reports in its mark `result`',
        '"answered", and its recording has no mark `result`',
      ],
    ]);
  });
});

describe('twins', () => {
  const folder = `${view}/twins/slow-view`;
  it('needs a description, its files and its output', () => {
    expect(without(`${folder}/twin.yaml`)).toContainEqual([
      `${folder}/twin.yaml:1:1`,
      'a file that describes the twin',
      'no file',
    ]);
    expect(without(`${folder}/views.py`)).toEqual([
      [`${folder}/twin.yaml:2:9`, 'a file of the same folder', '"views.py"'],
    ]);
    expect(without(`${folder}/output.txt`)).toEqual([
      [`${folder}/output.txt:1:1`, 'what the twin printed: run `npm run test:twins`', 'no file'],
    ]);
  });
  it('says where its output comes from', () => {
    expect(after(`${folder}/output.txt`, '# Python 3.13.5\n# ', '')).toEqual([
      [
        `${folder}/output.txt:1:1`,
        'lines that begin with "# " for the versions, date and command; an empty line; the output',
        '"2026-11-22, python3 views.py"',
      ],
    ]);
    expect(after(`${folder}/output.txt`, '# Python 3.13.5', '# /usr/bin/python3.13')).toEqual([
      [`${folder}/output.txt:1:1`, 'nothing of where it was run', '"/usr/bin/python3.13"'],
    ]);
  });
});

describe('names and places', () => {
  it('gives a name once', () => {
    const [duplicate] = withFile(
      '03-async/lesson.mdx',
      smallCourse['content/01-the-question/02-async/lesson.mdx'],
    );
    expect(duplicate).toEqual([
      '03-async/lesson.mdx:1:1',
      'a name that no other has: the name of a lesson is unique in the whole course',
      '"async", which content/01-the-question/02-async/lesson.mdx:1 has already',
    ]);
  });
  it('refers to terms that exist', () => {
    expect(after('glossary.yaml', 'definition:', 'see: [blocking]\n  definition:')).toEqual([
      ['content/glossary.yaml:3:9', 'the name of a term of content/glossary.yaml', '"blocking"'],
    ]);
  });
  it.each([
    ['notes.txt', 'here only section.yaml, quiz.yaml', '"notes.txt"'],
    [`${view}/lesson.md`, 'here only lesson.mdx, quiz.yaml', '"lesson.md"'],
    [
      `${view}/pictures/a.svg`,
      'here only the folders experiments, twins, recordings',
      '"pictures"',
    ],
    [`${view}/experiments/main.ts`, 'a folder, one for each of the experiments', '"main.ts"'],
    [
      `${view}/experiments/Slow View/main.ts`,
      'a folder named by lower-case words joined by hyphens: slow-view',
      '"Slow View"',
    ],
    [
      `${view}/recordings/run.txt`,
      'a file named after its experiment: slow-view.json',
      '"run.txt"',
    ],
    [`${view}/recordings/old/run.json`, 'no folder, only <experiment>.json', '"old"'],
    [
      '3-next/lesson.mdx',
      'a folder named by two digits and lower-case words, all joined by hyphens: 01-the-question',
      '"3-next"',
    ],
    [
      '02-next/lesson.mdx',
      'a number that no folder beside it has',
      '02, which content/01-the-question/02-async has already',
    ],
    ['03-quiz/lesson.mdx', 'a name whose address is free; pages of the site are quiz', '"03-quiz"'],
  ])('has no place for %s', (path, expected, found) => {
    const [mistake] = withFile(path);
    expect(mistake?.slice(1)).toEqual([expected, found]);
  });
});
