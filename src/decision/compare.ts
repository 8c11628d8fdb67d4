/** A reader's decision of a case beside ours. */
import { type Answers, type Decision, decidingRule } from './decide.ts';

/** Our answer to each question, by its id, and the answers that are as defensible. */
export type OurAnswers = Readonly<
  Record<string, { readonly answer: string; readonly also: readonly string[] }>
>;

/** `defensible` is another answer than ours, for which there are good reasons too. */
export type Verdict = 'same' | 'defensible' | 'differs';

export function verdictOf(ours: OurAnswers, question: string, answer: string): Verdict {
  const our = ours[question];
  if (our?.answer === answer) return 'same';
  return our?.also.includes(answer) ? 'defensible' : 'differs';
}

/** What the reader's answers lead to, against what ours and the defensible ones do. All of the reader's questions are answered. */
export function comparePlaces(
  { questions, rules }: Decision,
  ours: OurAnswers,
  theirs: Answers,
): { readonly place: string | undefined; readonly verdict: Verdict } {
  const placeOf = (answers: Answers) => decidingRule(rules, answers)?.place;
  const place = placeOf(theirs);
  const [first, ...others] = questions
    .reduce<readonly Answers[]>(
      (all, { id }) => {
        const { answer, also } = ours[id] ?? { answer: '', also: [] };
        return [answer, ...also].flatMap((each) => all.map((begun) => ({ ...begun, [id]: each })));
      },
      [{}],
    )
    .map(placeOf);
  if (place === first) return { place, verdict: 'same' };
  return { place, verdict: others.includes(place) ? 'defensible' : 'differs' };
}
