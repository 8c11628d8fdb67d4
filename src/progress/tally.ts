/** How far a reader has come with a part of the course. */
import { type Progress, standing } from './progress.ts';

/** Names and ids of what there is to do. */
export interface Part {
  readonly lessons: readonly string[];
  readonly experiments: readonly string[];
  readonly exercises: readonly string[];
  readonly questions: readonly { readonly id: string; readonly revision: number }[];
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
    questions: part.questions.filter(
      ({ id, revision }) => standing(progress, id, revision) === 'right',
    ).length,
  };
}

/**
 * Tags of the ideas that the last answer to a question has shown, the one that is behind most of them first.
 * A right answer later takes its idea away.
 */
export function ideasStillHeld({ tables }: Progress): readonly string[] {
  const times = new Map<string, number>();
  for (const { attempts } of tables.questions.values())
    for (const idea of attempts.at(-1)?.misconceptions ?? [])
      times.set(idea, (times.get(idea) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a).map(([idea]) => idea);
}
