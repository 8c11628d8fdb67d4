/** Reads a `quiz.yaml`: the questions of a lesson or of a section quiz. */
import type { Question } from '../quiz/kinds.ts';
import { quizFile } from '../quiz/quiz-file.ts';
import type { Reading } from './reading.ts';
import { checkFields } from './references.ts';
import { readYaml } from './yaml-file.ts';

/** None where there is no such file. `page` is the address of the page that asks them. */
export function readQuiz(file: string, page: string, reading: Reading): readonly Question[] {
  const text = reading.files[file];
  if (text === undefined) return [];
  const yaml = readYaml({ file, text, read: 'src/quiz/quiz-file.ts' }, quizFile, reading.report);
  if (yaml.value === undefined) return [];
  const { questions } = yaml.value;
  questions.forEach(({ id }, index) => {
    reading.names.question.give(id, yaml.place(['questions', index, 'id']));
  });
  checkFields(yaml.value, yaml.place, page, reading);
  return questions;
}
