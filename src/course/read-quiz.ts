/** Reads a `quiz.yaml`: the questions of a lesson or of a section quiz, and their variants for reviews. */
import type { Question } from '../quiz/kinds.ts';
import { quizFile } from '../quiz/quiz-file.ts';
import type { Place } from './diagnostic.ts';
import { readEntries } from './entries.ts';
import { quote } from './names.ts';
import type { Reading } from './reading.ts';

export interface Quiz {
  readonly questions: readonly Question[];
  /** Each has the id of one of `questions` as its `variantOf`. */
  readonly variants: readonly Question[];
}

/** Nothing where there is no such file. `page` is the address of the page that asks them. */
export function readQuiz(file: string, page: string, reading: Reading): Quiz {
  if (reading.files[file] === undefined) return { questions: [], variants: [] };
  const about = { file, page, expected: 'questions', read: 'src/quiz/quiz-file.ts' };
  const list = { kind: 'question', key: 'questions' } as const;
  const yaml = readEntries({ ...about, ...list }, quizFile, reading);
  const all = yaml?.value.questions ?? [];
  if (yaml) {
    checkExercises(all, (index) => yaml.place(['questions', index, 'exercise']), reading);
    checkVariants(all, (index) => yaml.place(['questions', index, 'variantOf']), reading);
  }
  return {
    questions: all.filter(({ variantOf }) => variantOf === undefined),
    variants: all.filter(({ variantOf }) => variantOf !== undefined),
  };
}

type PlaceOf = (index: number) => Place;

/** What is answered by code has a check that says whether it is right. */
function checkExercises(all: readonly Question[], placeOf: PlaceOf, reading: Reading): void {
  const read = 'src/quiz/fix-code.ts';
  for (const [index, question] of all.entries()) {
    if (question.kind !== 'fix-code') continue;
    const { exercise } = question;
    reading.later(() => {
      if (!reading.names.experiment.check(exercise, placeOf(index), read)) return;
      if (!reading.noExercises.has(exercise)) return;
      const expected = 'the name of an experiment that is an exercise';
      reading.report({ ...placeOf(index), expected, found: quote(exercise), read });
    });
  }
}

/** A variant stands for a question that reviews ask, in the place where that is. */
function checkVariants(all: readonly Question[], placeOf: PlaceOf, { report }: Reading): void {
  const read = 'src/quiz/common-fields.ts, variantOf';
  for (const [index, { variantOf, kind }] of all.entries()) {
    if (variantOf === undefined) continue;
    const original = all.find(({ id }) => id === variantOf);
    if (original === undefined || original.variantOf !== undefined) {
      const expected = 'the id of a question of the same file that is no variant itself';
      report({ ...placeOf(index), expected, found: quote(variantOf), read });
    } else if ([kind, original.kind].includes('fix-code')) {
      const expected = 'a variant of a question that reviews ask, which exercises are not';
      report({ ...placeOf(index), expected, found: `fix-code of ${quote(variantOf)}`, read });
    }
  }
}
