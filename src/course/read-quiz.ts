/** Reads a `quiz.yaml`: the questions of a lesson or of a section quiz, and their variants for reviews. */
import type { Question } from '../quiz/kinds.ts';
import { quizFile } from '../quiz/quiz-file.ts';
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
  for (const [index, question] of all.entries()) {
    if (!yaml || question.kind !== 'fix-code') continue;
    const place = yaml.place(['questions', index, 'exercise']);
    reading.later(() => {
      reading.names.experiment.check(question.exercise, place, 'src/quiz/fix-code.ts');
    });
  }
  const questions = all.filter(({ variantOf }) => variantOf === undefined);
  for (const [index, { variantOf }] of all.entries()) {
    if (!yaml || variantOf === undefined || questions.some(({ id }) => id === variantOf)) continue;
    reading.report({
      ...yaml.place(['questions', index, 'variantOf']),
      expected: 'the id of a question of the same file that is no variant itself',
      found: quote(variantOf),
      read: 'src/quiz/common-fields.ts, variantOf',
    });
  }
  return { questions, variants: all.filter(({ variantOf }) => variantOf !== undefined) };
}
