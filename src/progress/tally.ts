/** How far a reader has come with a part of the course. */
import { type Attempt, attemptsAt, type Progress } from './progress.ts';

/** A question in its revision of today. */
interface Asked {
  readonly id: string;
  readonly revision: number;
}

/** A review may ask a variant in the question's place, so an answer to either is an answer to both. */
export interface AskedQuestion extends Asked {
  readonly variants?: readonly Asked[];
}

/** Names and ids of what there is to do. */
export interface Part {
  readonly lessons: readonly string[];
  readonly experiments: readonly string[];
  readonly exercises: readonly string[];
  readonly questions: readonly AskedQuestion[];
}

/** How many of each are done: lessons read, experiments run, exercises solved, questions last answered right. */
export type Tally = { readonly [Name in keyof Part]: number };

export function tally(progress: Progress, part: Part): Tally {
  const { tables } = progress;
  const inTable = (table: ReadonlyMap<string, unknown>, names: readonly string[]) =>
    names.filter((name) => table.has(name)).length;
  return {
    lessons: inTable(tables.lessons, part.lessons),
    experiments: inTable(tables.experiments, part.experiments),
    exercises: inTable(tables.exercises, part.exercises),
    questions: part.questions.filter((question) => lastAnswer(progress, question)?.correct).length,
  };
}

/**
 * Tags of the ideas that the last answers to these questions have shown, the one that is behind most of them first.
 * A right answer later takes its idea away.
 */
export function ideasStillHeld(
  progress: Progress,
  questions: readonly AskedQuestion[],
): readonly string[] {
  const times = new Map<string, number>();
  for (const question of questions)
    for (const idea of lastAnswer(progress, question)?.misconceptions ?? [])
      times.set(idea, (times.get(idea) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a).map(([idea]) => idea);
}

function lastAnswer(
  progress: Progress,
  { variants = [], ...question }: AskedQuestion,
): Attempt | undefined {
  return [question, ...variants]
    .flatMap(({ id, revision }) => attemptsAt(progress, id, revision))
    .reduce<Attempt | undefined>(
      (last, each) => (last && last.at >= each.at ? last : each),
      undefined,
    );
}
