/** A whole course that is as small as a course can be, for tests to break. */
import type { Diagnostic } from '../../src/course/diagnostic.ts';
import { readCourse } from '../../src/course/read.ts';
import { sourceHash } from '../../src/course/source-hash.ts';

const lesson = (title: string, rest: string) => `---
title: ${title}
question: Who waits?
objective: Say who waits when a view is slow.
minutes: 20
claims: [C1]
prerequisites: []
terms: []
decide: Inline is fine while nobody else needs the thread.
sources:
  - title: A page
    url: https://example.org/
    version: Node.js 24
    supports: That it holds.
---
${rest}`;

const program = 'const answered: number = 0;\nconsole.log(answered);\n';

export const smallCourse: Readonly<Record<string, string>> = {
  'content/claims.yaml': `
- id: C1
  claim: You can use threads in Django.
  holds: yes
  because: The module is there.
`.replace('holds: yes', "holds: 'yes'"),
  'content/glossary.yaml': `- id: event-loop
  term: event loop
  definition: Runs one callback at a time.
`,
  'content/misconceptions.yaml': `- id: only-that-user-waits
  label: Only the user who asked for it waits.
  correction: The thread waits, and with it everybody in its queue.
`,
  'content/01-the-question/section.yaml': `title: The question
question: Can I?
summary: Who waits.
`,
  'content/01-the-question/01-the-slow-view/lesson.mdx': lesson(
    'The slow view',
    `
## What the loop can't do

A <Term id="event-loop">loop</Term>. See [below](#in-django).

<Experiment name="slow-view" />

<Question id="who-waits" />

## In Django

<Twin name="slow-view" />

<Decide />
`,
  ),
  'content/01-the-question/01-the-slow-view/quiz.yaml': `questions:
  - id: who-waits
    revision: 1
    kind: choose-one
    prompt: Who waits?
    options:
      - text: Everybody.
        correct: true
        explanation: There is one thread.
        read: the-slow-view#what-the-loop-cant-do
      - text: One user.
        explanation: The others need the thread too.
        read: the-slow-view#in-django
        misconception: only-that-user-waits
`,
  'content/01-the-question/01-the-slow-view/experiments/slow-view/experiment.yaml': `title: One slow view
entry: main.ts
shows: Nobody is answered meanwhile.
`,
  'content/01-the-question/01-the-slow-view/experiments/slow-view/main.ts': program,
  'content/01-the-question/01-the-slow-view/recordings/slow-view.json': JSON.stringify({
    version: 2,
    traceVersion: 2,
    experiment: 'slow-view',
    sourceHash: sourceHash({ 'main.ts': program }),
    engine: 'Node.js 24.21.0',
    machine: 'Linux x64, 2 cores',
    date: '2026-11-22',
    durationMs: 1,
    output: [{ stream: 'stdout', text: '0\n', at: 1 }],
    trace: [],
    outcome: { type: 'exited', code: 0 },
  }),
  'content/01-the-question/01-the-slow-view/twins/slow-view/twin.yaml': `title: The same in Django
files: [views.py]
run: python3 views.py
packages: [Django]
shows: One worker answers one request.
breaks: Django has no loop here.
`,
  'content/01-the-question/01-the-slow-view/twins/slow-view/views.py': 'print(0)\n',
  'content/01-the-question/01-the-slow-view/twins/slow-view/output.txt': `# Python 3.13.5
# 2026-11-22, python3 views.py

0
`,
  'content/01-the-question/02-async/lesson.mdx': lesson(
    'Async',
    'See [the view](/the-question/the-slow-view/#in-django).\n',
  ).replace('prerequisites: []', 'prerequisites: [the-slow-view]'),
};

/** Changes one file of the small course by replacing a text in it, and gives what is reported then. */
export function mistakesAfter(
  file: string,
  text: string,
  replacement: string,
): readonly Diagnostic[] {
  const path = `content/01-the-question/${file}`;
  const before = smallCourse[path] ?? smallCourse[`content/${file}`];
  if (!before?.includes(text)) throw new Error(`${file} has no ${JSON.stringify(text)}`);
  const changed = smallCourse[path] === undefined ? `content/${file}` : path;
  return readCourse({ ...smallCourse, [changed]: before.replace(text, replacement) }).diagnostics;
}
