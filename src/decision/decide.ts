/**
 * Answers to the questions of the decision guide, and the place that they lead to.
 * What is asked and which rule says what is data, `content/decision-guide.yaml`; nothing here knows a question by name.
 */

/** Of each question that is answered, by its id, the id of the answer. */
export type Answers = Readonly<Record<string, string>>;

/** Of some questions, by id, the answers that fit. A question that is not in it may be answered in any way. */
export type Condition = Readonly<Record<string, readonly string[]>>;

export interface Rule {
  readonly when: Condition;
  /** The id of a place. */
  readonly place: string;
}

/** As much of the guide as a decision needs: ids without texts, questions in the order in which they are asked. */
export interface Decision {
  readonly questions: readonly {
    readonly id: string;
    readonly answers: readonly { readonly id: string }[];
  }[];
  /** The first whose condition fits decides. */
  readonly rules: readonly Rule[];
}

/** Whether each question that the condition names has been answered, and in a way that it allows. */
export function fits(when: Condition, answers: Answers): boolean {
  return Object.entries(when).every(([question, allowed]) => {
    const answer = answers[question];
    return answer !== undefined && allowed.includes(answer);
  });
}

/** The rule that decides when every question is answered; `undefined` where the rules leave a gap. */
export const decidingRule = <R extends Pick<Rule, 'when'>>(
  rules: readonly R[],
  answers: Answers,
): R | undefined => rules.find(({ when }) => fits(when, answers));

/** Every way to answer the questions that are still open, each with the answers that are given already. */
export function completions(
  { questions }: Pick<Decision, 'questions'>,
  given: Answers,
): readonly Answers[] {
  return questions.reduce<readonly Answers[]>(
    (all, { id, answers }) =>
      given[id] === undefined
        ? all.flatMap((begun) => answers.map((answer) => ({ ...begun, [id]: answer.id })))
        : all,
    [given],
  );
}

/** The places that are still possible, in the order in which the rules name them: one when it is decided. */
export function possiblePlaces(decision: Decision, given: Answers): readonly string[] {
  const reached = new Set(
    completions(decision, given).map((answers) => decidingRule(decision.rules, answers)?.place),
  );
  const inOrder = new Set(decision.rules.map(({ place }) => place));
  return [...inOrder].filter((place) => reached.has(place));
}
