/**
 * One round of a section quiz: which questions are asked, and the first answer to each.
 * Only first answers count, because the explanation of a wrong one tells the right one.
 */

export interface FirstAnswer {
  readonly correct: boolean;
  readonly misconceptions: readonly string[];
}

export interface Round {
  /** Ids in the order of asking. */
  readonly asked: readonly string[];
  readonly answers: ReadonlyMap<string, FirstAnswer>;
}

export function begin(ids: readonly string[]): Round {
  return { asked: ids, answers: new Map() };
}

/** Later answers to the same question, and answers to questions that are not asked, change nothing. */
export function answer(round: Round, id: string, first: FirstAnswer): Round {
  if (!round.asked.includes(id) || round.answers.has(id)) return round;
  return { ...round, answers: new Map([...round.answers, [id, first]]) };
}

export const isOver = ({ asked, answers }: Round): boolean => answers.size === asked.length;

/** What was answered wrong, in the order of asking: all that the next round asks. */
export const missed = ({ asked, answers }: Round): readonly string[] =>
  asked.filter((id) => answers.get(id)?.correct === false);

/** The ideas that this round has shown, each once, the one that was met most often first. */
export function ideasHeld({ asked, answers }: Round): readonly string[] {
  const times = new Map<string, number>();
  for (const id of asked)
    for (const idea of answers.get(id)?.misconceptions ?? [])
      times.set(idea, (times.get(idea) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a).map(([idea]) => idea);
}

/**
 * The question to go to after the question `id`: the next that is not answered, from the top again after the last.
 * It is `id` itself where only that is left, and `undefined` where the round is over.
 */
export function nextAfter({ asked, answers }: Round, id: string | undefined): string | undefined {
  const here = id === undefined ? -1 : asked.indexOf(id);
  return [...asked.slice(here + 1), ...asked.slice(0, here + 1)].find((each) => !answers.has(each));
}
