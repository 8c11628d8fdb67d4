/** Reads a `quiz.yaml`: the questions of a lesson or of a section quiz. */
import type { Question } from '../quiz/kinds.ts';
import { quizFile } from '../quiz/quiz-file.ts';
import { readEntries } from './entries.ts';
import type { Reading } from './reading.ts';

/** None where there is no such file. `page` is the address of the page that asks them. */
export function readQuiz(file: string, page: string, reading: Reading): readonly Question[] {
  if (reading.files[file] === undefined) return [];
  const about = { file, page, expected: 'questions', read: 'src/quiz/quiz-file.ts' };
  const list = { kind: 'question', key: 'questions' } as const;
  return readEntries({ ...about, ...list }, quizFile, reading)?.value.questions ?? [];
}
