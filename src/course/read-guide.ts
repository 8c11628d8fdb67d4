/** Reads the decision guide, and checks that it decides: whatever is answered, it leads to a place. */
import { addressOf } from '../decision/address.ts';
import {
  type Answers,
  type Condition,
  completions,
  decidingRule,
  possiblePlaces,
} from '../decision/decide.ts';
import { readDescription } from './description.ts';
import type { Place } from './diagnostic.ts';
import { type Guide, guide as schema } from './guide-schema.ts';
import { createNames, quote, unknown } from './names.ts';
import { checkRuns } from './read-lists.ts';
import type { Reading } from './reading.ts';
import { authorLinks } from './references.ts';

const file = 'content/decision-guide.yaml';
const read = 'src/course/guide-schema.ts, the first comment';

/** Ids of the parts of the guide's page, for those who link to them. */
export const guideIds = {
  question: (id: string) => `question-${id}`,
  place: (id: string) => `place-${id}`,
  case: (id: string) => `case-${id}`,
} as const;

/** A course without the file decides nothing, and that is no mistake. */
export function readGuide(reading: Reading): Guide | undefined {
  if (reading.files[file] === undefined) return undefined;
  const page = authorLinks.guide;
  const expected = 'the decision guide';
  const yaml = readDescription({ file, expected, read, page }, schema, reading);
  const guide = yaml?.value;
  reading.pages.set(page, guide && new Set(idsOf(guide)));
  if (!yaml || !guide) return undefined;

  const { place } = yaml;
  const names = {
    question: createNames('a question of the guide', reading.report),
    place: createNames('a place of the guide', reading.report),
    case: createNames('a case of the guide', reading.report),
  };
  guide.questions.forEach(({ id }, index) => {
    names.question.give(id, place(['questions', index, 'id']));
  });
  guide.places.forEach(({ id }, index) => {
    names.place.give(id, place(['places', index, 'id']));
  });
  guide.cases.forEach(({ id }, index) => {
    names.case.give(id, place(['cases', index, 'id']));
  });

  const known = { guide, place, reading };
  guide.questions.forEach(({ answers }, index) => {
    answers.forEach(({ proof }, position) => {
      const at = ['questions', index, 'answers', position, 'proof'];
      checkRuns(proof, (path) => place([...at, ...path]), read, reading);
    });
  });
  const conditions = [...guide.rules.entries()].map(
    ([index, { when, place: name }]) =>
      checkCondition(when, ['rules', index, 'when'], known) &&
      names.place.check(name, place(['rules', index, 'place']), read),
  );
  guide.tensions.forEach(({ when }, index) => {
    checkCondition(when, ['tensions', index, 'when'], known);
  });
  guide.places.forEach(({ lessons }, index) => {
    reading.later(() => {
      lessons.forEach((lesson, position) => {
        reading.names.lesson.check(lesson, place(['places', index, 'lessons', position]), read);
      });
    });
  });
  checkAdvice(known);
  if (conditions.every(Boolean)) {
    checkRules(known);
    checkCases(known);
  }
  return guide;
}

/** Headings of the page, parts of the guide, and all answers as an address. */
const idsOf = ({ questions, places, cases }: Guide) => [
  'cases',
  ...completions({ questions }, {}).map((answers) => addressOf({ questions }, answers).slice(1)),
  ...questions.map(({ id }) => guideIds.question(id)),
  ...places.map(({ id }) => guideIds.place(id)),
  ...cases.map(({ id }) => guideIds.case(id)),
];

interface Known {
  readonly guide: Guide;
  readonly place: (path: readonly PropertyKey[]) => Place;
  readonly reading: Reading;
}
type Path = readonly PropertyKey[];

/** Whether it speaks of questions and answers that exist. */
function checkCondition(when: Condition, path: Path, known: Known): boolean {
  return Object.entries(when)
    .map(([question, answers]) =>
      answers
        .map((answer) => checkAnswer(question, answer, [...path, question], known))
        .every(Boolean),
    )
    .every(Boolean);
}

function checkAnswer(id: string, answer: string, path: Path, known: Known): boolean {
  const { guide, place, reading } = known;
  const question = guide.questions.find((one) => one.id === id);
  const ids = question?.answers.map((one) => one.id);
  if (ids?.includes(answer)) return true;
  const expected = question
    ? `the id of an answer to ${quote(id)}`
    : 'the id of a question of the guide';
  const found = ids
    ? unknown(answer, ids)
    : unknown(
        id,
        guide.questions.map((one) => one.id),
      );
  reading.report({ ...place(path), expected, found, read });
  return false;
}

/** Whatever is answered, a rule decides; each rule decides something, and each place is led to. */
function checkRules({ guide, place, reading }: Known): void {
  const deciding = new Set<unknown>();
  let gap: Answers | undefined;
  for (const answers of completions(guide, {})) {
    const rule = decidingRule(guide.rules, answers);
    if (rule) deciding.add(rule);
    else gap ??= answers;
  }
  if (gap) {
    const expected = 'a rule for every way to answer the questions';
    const found = `none for ${Object.entries(gap)
      .map((pair) => pair.join(': '))
      .join(', ')}`;
    reading.report({ ...place(['rules']), expected, found, read });
  }
  guide.rules.forEach((rule, index) => {
    if (deciding.has(rule)) return;
    const expected = 'a rule that decides something: those before it leave it nothing';
    reading.report({ ...place(['rules', index]), expected, found: quote(rule.place), read });
  });
  const reached = possiblePlaces(guide, {});
  guide.places.forEach(({ id }, index) => {
    if (reached.includes(id)) return;
    const expected = 'a place that a rule leads to';
    reading.report({ ...place(['places', index, 'id']), expected, found: quote(id), read });
  });
}

/** A question that adds something does so for each of its answers. */
function checkAdvice(known: Known): void {
  const { guide, place, reading } = known;
  for (const [question, answers] of Object.entries(guide.advice)) {
    for (const answer of Object.keys(answers))
      checkAnswer(question, answer, ['advice', question], known);
    const asked = guide.questions.find(({ id }) => id === question)?.answers ?? [];
    for (const { id } of asked.filter((one) => answers[one.id] === undefined)) {
      const expected = `words for each answer to ${quote(question)}`;
      const found = `none for ${quote(id)}`;
      reading.report({ ...place(['advice', question]), expected, found, read });
    }
  }
}

/** Our own answers to a case are complete and lead where we say. */
function checkCases(known: Known): void {
  const { guide, place, reading } = known;
  guide.cases.forEach((one, index) => {
    const path = ['cases', index, 'answers'];
    const given: Record<string, string> = {};
    for (const { id } of guide.questions.filter((question) => !one.answers[question.id])) {
      const found = `none to ${quote(id)}`;
      reading.report({ ...place(path), expected: 'an answer to every question', found, read });
    }
    for (const [question, { answer, also }] of Object.entries(one.answers)) {
      given[question] = answer;
      for (const each of [answer, ...also]) checkAnswer(question, each, [...path, question], known);
      if (!also.includes(answer)) continue;
      const expected = 'answers beside the first';
      reading.report({
        ...place([...path, question, 'also']),
        expected,
        found: quote(answer),
        read,
      });
    }
    const decided = decidingRule(guide.rules, given)?.place;
    if (decided === undefined || decided === one.place) return;
    const expected = `the place that the answers lead to, ${quote(decided)}`;
    reading.report({
      ...place(['cases', index, 'place']),
      expected,
      found: quote(one.place),
      read,
    });
  });
}
