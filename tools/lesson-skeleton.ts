/** The files of a new lesson: right in form, empty wherever only its author knows what to say. */
import type { Course } from '../src/course/model.ts';

/** Where the lesson goes: after the last one of its section. */
export interface NewLesson {
  /** Path from the project's root. */
  readonly folder: string;
  readonly name: string;
  /** Name of the lesson before it, if it has one. */
  readonly after: string | undefined;
}

/** `sectionFolder` is for example `content/01-the-question`; `lessonFolders` are the names of the folders in it. */
export function placeOf(
  name: string,
  sectionFolder: string,
  lessonFolders: readonly string[],
  { lessons }: Pick<Course, 'lessons'>,
): NewLesson {
  const numbers = lessonFolders.map((folder) => Number(/^(\d\d)-/.exec(folder)?.[1] ?? 0));
  const number = String(Math.max(0, ...numbers) + 1).padStart(2, '0');
  const section = sectionFolder.replace(/^.*\/\d\d-/, '');
  const after = lessons.findLast((lesson) => lesson.section === section)?.name;
  return { folder: `${sectionFolder}/${number}-${name}`, name, after };
}

/** Paths from the project's root to texts. */
export function lessonSkeleton({ folder, name, after }: NewLesson): Record<string, string> {
  return {
    [`${folder}/lesson.mdx`]: `---
title: ''
question: ''
objective: ''
minutes: 20
claims: []
prerequisites: [${after ?? ''}]
terms: []
decide: ''
sources:
  - title: ''
    url: ''
    version: ''
    supports: ''
---

## Predict, then run

<Experiment name="${name}" />

## What the run shows

<Question id="${name}-why" />

## In Django

<Twin name="${name}" />

## Decide

<Decide />
`,
    [`${folder}/quiz.yaml`]: `questions:
  - id: ${name}-why
    revision: 1
    kind: choose-one
    prompt: ''
    options:
      - text: ''
        correct: true
        explanation: ''
        read: ${name}#what-the-run-shows
      - text: ''
        explanation: ''
        read: ${name}#what-the-run-shows
`,
    [`${folder}/experiments/${name}/experiment.yaml`]: `title: ''
entry: main.ts
shows: ''
`,
    [`${folder}/experiments/${name}/main.ts`]: `performance.mark('result', { detail: { measured: 0 } });\n`,
    [`${folder}/twins/${name}/twin.yaml`]: `title: ''
files: [main.py]
run: python3 main.py
packages: []
shows: ''
breaks: ''
`,
    [`${folder}/twins/${name}/main.py`]: `print('')\n`,
  };
}
