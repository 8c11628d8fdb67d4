/** Reads the lists of the whole course: its glossary, the claims that it judges, the ideas behind wrong answers. */
import { type Misconception, misconceptionsFile } from '../quiz/quiz-file.ts';
import { readDescription } from './description.ts';
import type { Place } from './diagnostic.ts';
import { readEntries } from './entries.ts';
import type { Course } from './model.ts';
import { quote } from './names.ts';
import type { Reading } from './reading.ts';
import { authorLinks } from './references.ts';
import {
  type Claim,
  type ComingLesson,
  claims,
  coming,
  type GlossaryEntry,
  glossary,
  type Run,
  type Tool,
  tools,
} from './schema.ts';
import type { YamlFile } from './yaml-file.ts';

export function readGlossary(reading: Reading): readonly GlossaryEntry[] {
  const file = 'content/glossary.yaml';
  const read = 'src/course/schema.ts, "glossary"';
  const page = authorLinks.glossary;
  const about = { file, read, page, kind: 'term', expected: 'the glossary of the course' } as const;
  const list = readEntries(about, glossary, reading);
  reading.pages.set(page, list && new Set(list.value.map(({ id }) => id)));
  reading.later(() => {
    list?.value.forEach(({ see }, index) => {
      see.forEach((id, position) => {
        reading.names.term.check(id, list.place([index, 'see', position]), read);
      });
    });
  });
  return list?.value ?? [];
}

/** A list as it was read, with the places of its entries. */
type List<Entry> = Pick<YamlFile<unknown>, 'place'> & { readonly value: readonly Entry[] };

export function readClaims(reading: Reading): List<Claim> | undefined {
  const file = 'content/claims.yaml';
  const read = 'src/course/schema.ts, "claims"';
  const page = authorLinks.claims;
  const about = { file, read, page, kind: 'claim', expected: 'the claims of the course' } as const;
  const list = readEntries(about, claims, reading);
  reading.pages.set(page, list && new Set(list.value.map(({ id }) => id)));
  list?.value.forEach(({ runs }, index) => {
    checkRuns(runs, (path) => list.place([index, 'runs', ...path]), read, reading);
  });
  return list;
}

/** A course that is whole has no such file. */
export function readComing(reading: Reading): List<ComingLesson> | undefined {
  const file = 'content/coming.yaml';
  if (reading.files[file] === undefined) return undefined;
  const read = 'src/course/schema.ts, "coming"';
  const expected = 'the lessons that are still to come';
  const list = readDescription({ file, read, page: authorLinks.claims, expected }, coming, reading);
  reading.later(() => {
    list?.value.forEach((lesson, index) => {
      lesson.claims.forEach((id, position) => {
        reading.names.claim.check(id, list.place([index, 'claims', position]), read);
      });
    });
  });
  return list;
}

interface ClaimsOfTheCourse {
  readonly claims: List<Claim> | undefined;
  readonly coming: List<ComingLesson> | undefined;
  readonly sections: Course['sections'];
}

/** Each claim is taught, or a lesson that will teach it is coming; and what is written is no longer coming. */
export function checkClaims({ claims, coming, sections }: ClaimsOfTheCourse, { report }: Reading) {
  const lessons = sections.flatMap((section) =>
    section.lessons.map((lesson) => ({ ...lesson, number: `${section.number}.${lesson.number}` })),
  );
  const read = 'src/course/schema.ts, "coming"';
  coming?.value.forEach(({ number }, index) => {
    const written = lessons.find((lesson) => lesson.number === number);
    if (!written) return;
    const expected = 'a lesson that is not written yet: take away the entry of one that is';
    const found = `${number}, which is ${quote(written.title)}`;
    report({ ...coming.place([index, 'number']), expected, found, read });
  });
  const covered = new Set(
    [...lessons, ...(coming?.value ?? [])].flatMap((lesson) => lesson.claims),
  );
  claims?.value.forEach(({ id }, index) => {
    if (covered.has(id)) return;
    const expected = `a lesson that teaches ${id}, or one in content/coming.yaml that will`;
    report({ ...claims.place([index, 'id']), expected, found: 'none', read });
  });
}

/** Checks that the runs exist. `place` gives where the one at an index is, and its fields. */
export function checkRuns(
  runs: readonly Run[],
  place: (path: readonly PropertyKey[]) => Place,
  read: string,
  { names, later }: Reading,
): void {
  later(() => {
    runs.forEach((run, index) => {
      if ('twin' in run) names.twin.check(run.twin, place([index, 'twin']), read);
      else names.experiment.check(run.experiment, place([index, 'experiment']), read);
    });
  });
}

/** A course whose questions name none needs no file: a tag that is not there is reported where it is used. */
export function readMisconceptions(reading: Reading): readonly Misconception[] {
  const file = 'content/misconceptions.yaml';
  if (reading.files[file] === undefined) return [];
  const read = 'src/quiz/quiz-file.ts, "misconceptions"';
  const page = authorLinks.home;
  const about = { file, read, page, kind: 'misconception', expected: 'misconceptions' } as const;
  return readEntries(about, misconceptionsFile, reading)?.value ?? [];
}

/** A course without a map of tools needs no file. */
export function readTools(reading: Reading): readonly Tool[] {
  const file = 'content/tools.yaml';
  if (reading.files[file] === undefined) return [];
  const read = 'src/course/schema.ts, "tools"';
  const page = authorLinks.tools;
  const about = { file, read, page, kind: 'tool', expected: 'the map of tools' } as const;
  const list = readEntries(about, tools, reading);
  reading.pages.set(page, list && new Set(list.value.map(({ id }) => id)));
  reading.later(() => {
    list?.value.forEach(({ executed }, index) => {
      executed.forEach(({ twin }, position) => {
        const place = list.place([index, 'executed', position, 'twin']);
        reading.names.twin.check(twin, place, read);
      });
    });
  });
  return list?.value ?? [];
}
