/** Reads the whole course from the texts of `content/`, and tells every mistake of its authors at once. */

import type { Question } from '../quiz/kinds.ts';
import { readDescription } from './description.ts';
import { type Diagnostic, wholeFile } from './diagnostic.ts';
import { readLayout } from './layout.ts';
import { createLinks, type Links } from './links.ts';
import type { Course, CourseLesson, CourseSection, PlacedQuestion } from './model.ts';
import { lookup } from './names.ts';
import { readGuide } from './read-guide.ts';
import { readLesson } from './read-lesson.ts';
import {
  checkClaims,
  readClaims,
  readComing,
  readGlossary,
  readMisconceptions,
  readTools,
} from './read-lists.ts';
import { readQuiz } from './read-quiz.ts';
import { type Reading, startReading } from './reading.ts';
import { authorLinks } from './references.ts';
import { section as schema } from './schema.ts';

/**
 * `files` maps paths from the project's root (`content/…`, with `/`) to texts; `links` makes the addresses in the
 * course. What has mistakes is left out of the course as far as it must be, so a course always comes back,
 * be it empty; it is whole when there are no diagnostics.
 */
export function readCourse(
  files: Readonly<Record<string, string>>,
  links: Links = createLinks('/'),
): { course: Course; diagnostics: readonly Diagnostic[] } {
  const { reading, finish } = startReading(files, links);
  for (const page of [authorLinks.home, authorLinks.scratchpad, authorLinks.about])
    reading.pages.set(page, undefined);

  const layout = readLayout(files, reading.report);
  const began = layout.sections.length > 0;
  const glossary = began ? readGlossary(reading) : [];
  const claims = began ? readClaims(reading) : undefined;
  const coming = readComing(reading);
  const misconceptions = readMisconceptions(reading);
  const guide = readGuide(reading);
  const tools = readTools(reading);
  const before = new Set<string>();
  const sections = layout.sections.flatMap(
    ({ path, name, number, lessons: folders }): CourseSection[] => {
      const head = readSection(`${path}/section.yaml`, name, reading);
      const lessons = folders.flatMap((folder): CourseLesson[] => {
        const lesson = readLesson(folder, name, new Set(before), reading);
        before.add(folder.name);
        return lesson === undefined ? [] : [lesson];
      });
      const quizPage = authorLinks.sectionQuiz(name);
      const { questions: quiz, variants } = readQuiz(`${path}/quiz.yaml`, quizPage, reading);
      if (quiz.length > 0) reading.pages.set(quizPage, undefined);
      if (head === undefined) return [];
      const [href, quizHref] = [links.section(name), links.sectionQuiz(name)];
      return [{ ...head, name, number, href, lessons, quiz, variants, quizHref }];
    },
  );
  checkClaims({ claims, coming, sections }, reading);
  return {
    course: createCourse({
      sections,
      glossary,
      claims: claims?.value ?? [],
      coming: coming?.value ?? [],
      misconceptions,
      guide,
      tools,
    }),
    diagnostics: finish(),
  };
}

function readSection(file: string, name: string, reading: Reading) {
  const page = authorLinks.section(name);
  reading.names.section.give(name, wholeFile(file));
  reading.pages.set(page, undefined);
  const expected = 'a file that describes the section';
  const read = 'src/course/schema.ts, "section"';
  return readDescription({ file, expected, read, page }, schema, reading)?.value;
}

type Parts = Pick<
  Course,
  'sections' | 'glossary' | 'claims' | 'coming' | 'misconceptions' | 'guide' | 'tools'
>;

function createCourse(parts: Parts): Course {
  const { sections, glossary, claims, misconceptions } = parts;
  const lessons = sections.flatMap((section) => section.lessons);
  const questions = sections.flatMap(({ title, quiz, quizHref, variants, lessons }) => [
    ...lessons.flatMap((lesson) =>
      placed(lesson.questions, lesson.variants, lesson.title, lesson.href),
    ),
    ...placed(quiz, variants, title, quizHref),
  ]);
  const all = questions.flatMap(({ question, variants }) => [question, ...variants]);
  const byName = {
    section: new Map(sections.map((section) => [section.name, section])),
    lesson: new Map(lessons.map((lesson) => [lesson.name, lesson])),
    experiment: new Map(
      lessons.flatMap(({ experiments }) => experiments.map((thing) => [thing.name, thing])),
    ),
    twin: new Map(lessons.flatMap(({ twins }) => twins.map((thing) => [thing.name, thing]))),
    question: new Map(all.map((question) => [question.id, question])),
    term: new Map(glossary.map((entry) => [entry.id, entry])),
    claim: new Map(claims.map((claim) => [claim.id, claim])),
    misconception: new Map(misconceptions.map((entry) => [entry.id, entry])),
  };
  return {
    ...parts,
    lessons,
    questions,
    section: (name) => lookup('section', byName.section, name),
    lesson: (name) => lookup('lesson', byName.lesson, name),
    experiment: (name) => lookup('experiment', byName.experiment, name),
    twin: (name) => lookup('twin', byName.twin, name),
    question: (id) => lookup('question', byName.question, id),
    term: (id) => lookup('term', byName.term, id),
    claim: (id) => lookup('claim', byName.claim, id),
    misconception: (id) => lookup('misconception', byName.misconception, id),
  };
}

const placed = (
  questions: readonly Question[],
  variants: readonly Question[],
  title: string,
  href: string,
): PlacedQuestion[] =>
  questions.map((question) => ({
    question,
    variants: variants.filter(({ variantOf }) => variantOf === question.id),
    title,
    href: `${href}#question-${question.id}`,
  }));
