/** What a question needs once it is answered: loaded when the reader turns to one, so that reading ships none of it. */
import { kindOf, type Question } from '../../quiz/kinds.ts';
import type { Grade } from '../../quiz/types.ts';

export { differenceTable } from './difference-table.ts';
export { reasonNote } from './reason-note.ts';

export interface GradedAnswer {
  readonly grade: Grade;
  /** Tags of the ideas behind a wrong answer. */
  readonly misconceptions: readonly string[];
}

/** `undefined` where the reader has not answered yet. */
export function gradeForm(question: Question, form: FormData): GradedAnswer | undefined {
  const kind = kindOf(question);
  const answer = kind.parseAnswer(form);
  if (answer === undefined) return undefined;
  const grade = kind.grade(question, answer);
  const misconceptions = kind
    .explanations(question)
    .filter(({ key, right }) => !right && grade.explain.includes(key))
    .flatMap(({ misconception }) => misconception ?? []);
  return { grade, misconceptions };
}
