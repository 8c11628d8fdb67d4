/** Reads a lesson's folder: its front matter and text, and everything that lies beside them. */
import type { Question } from '../quiz/kinds.ts';
import { wholeFile } from './diagnostic.ts';
import type { LessonFolder } from './layout.ts';
import { namingOf } from './lesson-components.ts';
import { type LessonText, readLessonText } from './lesson-text.ts';
import type { CourseExperiment, CourseLesson, CourseTwin } from './model.ts';
import { quote } from './names.ts';
import { readExperiment } from './read-experiment.ts';
import { readQuiz } from './read-quiz.ts';
import { readTwin } from './read-twin.ts';
import { neededText, type Reading } from './reading.ts';
import { authorLinks, checkFields, checkLink } from './references.ts';
import { lesson as schema } from './schema.ts';
import { readYaml } from './yaml-file.ts';

const read = 'src/course/schema.ts, "lesson"';

/** Missing when its front matter has mistakes. `before` are the names of the lessons that come before it. */
export function readLesson(
  { path, name, number, ...folder }: LessonFolder,
  section: string,
  before: ReadonlySet<string>,
  reading: Reading,
): CourseLesson | undefined {
  const file = `${path}/lesson.mdx`;
  const { report, names } = reading;
  const start = wholeFile(file);
  const page = authorLinks.lesson(section, name);
  names.lesson.give(name, start);
  reading.pages.set(page, undefined);

  const about = { name, path, page };
  const experiments = present(
    folder.experiments.map((thing) => readExperiment(thing, about, reading)),
  );
  const twins = present(folder.twins.map((thing) => readTwin(thing, about, reading)));
  const { questions, variants } = readQuiz(`${path}/quiz.yaml`, page, reading);
  for (const recorded of folder.recordings) {
    if (folder.experiments.some((thing) => thing.name === recorded)) continue;
    const expected = 'the recording of an experiment of the same lesson';
    const place = wholeFile(`${path}/recordings/${recorded}.json`);
    report({ ...place, expected, found: quote(recorded), read });
  }

  const text = neededText(file, { expected: 'the text of the lesson', read }, reading);
  if (text === undefined) return undefined;
  const lessonText = readLessonText(file, text, report);
  if (lessonText !== undefined) {
    reading.anchors.set(name, lessonText.anchors);
    reading.pages.set(page, lessonText.anchors);
    checkText(lessonText, page, reading);
    checkPlaced(lessonText, { file, experiments, twins, questions, variants }, reading);
  }

  const matter = /^---\r?\n(.*?)\r?\n---\r?$/ms.exec(text);
  if (matter === null || matter.index !== 0) {
    const expected = 'front matter between two lines of ---';
    report({ ...start, expected, found: quote(text.split('\n', 1)[0] ?? ''), read });
    return undefined;
  }
  // The empty line stands for the first ---, so that lines are those of the file.
  const yaml = readYaml({ file, text: `\n${matter[1]}`, read }, schema, report);
  if (yaml.value === undefined || lessonText === undefined) return undefined;
  const data = yaml.value;
  checkFields(data, yaml.place, page, reading);
  reading.later(() => {
    data.claims.forEach((id, index) => {
      names.claim.check(id, yaml.place(['claims', index]), read);
    });
    data.terms.forEach((id, index) => {
      names.term.check(id, yaml.place(['terms', index]), read);
    });
    data.prerequisites.forEach((other, index) => {
      const place = yaml.place(['prerequisites', index]);
      if (!names.lesson.check(other, place, read) || before.has(other)) return;
      const expected = 'the name of a lesson that comes before this one';
      report({ ...place, expected, found: quote(other), read });
    });
  });
  return {
    ...data,
    id: `${section}/${name}`,
    name,
    section,
    number,
    href: reading.links.lesson(section, name),
    headings: lessonText.headings,
    experiments,
    twins,
    questions,
    variants,
  };
}

/** Every link and every name in the text leads somewhere. */
function checkText({ uses, links }: LessonText, page: string, reading: Reading): void {
  for (const link of links) checkLink(link, page, reading);
  reading.later(() => {
    for (const { component, name, place } of uses) {
      const naming = namingOf(component);
      if (naming) reading.names[naming.kind].check(name, place, 'src/course/lesson-components.ts');
    }
  });
}

interface Placed {
  readonly file: string;
  readonly experiments: readonly CourseExperiment[];
  readonly twins: readonly CourseTwin[];
  readonly questions: readonly Question[];
  readonly variants: readonly Question[];
}

/** Everything that the lesson's folder has is shown in its text, once. */
function checkPlaced(text: LessonText, { file, ...things }: Placed, { report }: Reading): void {
  const owned = [
    ...things.experiments.map(({ name }) => ({ component: 'Experiment', key: 'name', name })),
    ...things.twins.map(({ name }) => ({ component: 'Twin', key: 'name', name })),
    ...things.questions.map(({ id }) => ({ component: 'Question', key: 'id', name: id })),
  ];
  for (const { component, key, name } of owned) {
    const uses = text.uses.filter((use) => use.component === component && use.name === name);
    if (uses.length === 1) continue;
    const second = uses[1];
    const expected = `<${component} ${key}=${quote(name)} /> once in the text`;
    const found = second === undefined ? 'none' : `${uses.length} of them`;
    const place = second?.place ?? wholeFile(file);
    report({ ...place, expected, found, read: 'src/course/lesson-components.ts' });
  }
  for (const { component, name, place } of text.uses) {
    if (component !== 'Question' || !things.variants.some(({ id }) => id === name)) continue;
    const expected = 'a question that is no variant: those are asked by reviews alone';
    report({
      ...place,
      expected,
      found: quote(name),
      read: 'src/quiz/common-fields.ts, variantOf',
    });
  }
}

const present = <Thing>(things: readonly (Thing | undefined)[]): Thing[] =>
  things.filter((thing): thing is Exclude<typeof thing, undefined> => thing !== undefined);
