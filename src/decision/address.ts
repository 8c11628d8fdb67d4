/**
 * The answers as the fragment of an address, so that a decision can be sent to somebody or kept:
 *
 *     #response=no&survive=yes&work=waits&harm=twice&amount=little
 *
 * A fragment never leaves the browser, and needs no other page when the reader is offline.
 */
import type { Answers, Decision } from './decide.ts';

/** In the order of the questions. Empty when nothing is answered. */
export function addressOf({ questions }: Pick<Decision, 'questions'>, answers: Answers): string {
  const parts = questions.flatMap(({ id }) => {
    const answer = answers[id];
    return answer === undefined ? [] : [[id, answer]];
  });
  return parts.length === 0 ? '' : `#${new URLSearchParams(parts)}`;
}

export interface ReadAddress {
  /** What could be understood. */
  readonly answers: Answers;
  /** A sentence for each part that could not; the rest counts all the same. */
  readonly troubles: readonly string[];
}

/** Longer parts are shown by their beginning, so that a message stays a message. */
const MAX_QUOTED = 40;
const MAX_TROUBLES = 3;

/**
 * The one door for answers that come in an address. `undefined` where the fragment speaks of something else:
 * it is empty, or the id of a heading.
 */
export function readAddress(
  { questions }: Pick<Decision, 'questions'>,
  fragment: string,
): ReadAddress | undefined {
  const text = fragment.replace(/^#/, '');
  if (!text.includes('=')) return undefined;
  const answers: Record<string, string> = {};
  const troubles: string[] = [];
  for (const [id, value] of new URLSearchParams(text)) {
    const question = questions.find((one) => one.id === id);
    if (!question) troubles.push(`There is no question ${quoted(id)} in this guide.`);
    else if (!question.answers.some((answer) => answer.id === value)) {
      const known = question.answers.map((answer) => quoted(answer.id)).join(', ');
      troubles.push(
        `${quoted(value)} is no answer to the question ${quoted(id)}. The answers are ${known}.`,
      );
    } else if (answers[id] !== undefined && answers[id] !== value) {
      troubles.push(
        `The question ${quoted(id)} is answered twice. The first answer, ${quoted(answers[id])}, counts.`,
      );
    } else answers[id] = value;
  }
  const more = troubles.length - MAX_TROUBLES;
  const told = troubles.slice(0, MAX_TROUBLES);
  if (more > 0) told.push(`And ${more} more could not be understood.`);
  return { answers, troubles: told };
}

const quoted = (text: string) =>
  `“${text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text}”`;
