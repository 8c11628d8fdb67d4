/** What readers' first answers say about the questions of a course. Pure; `answers.ts` brings files and prints. */
import type { Course } from '../src/course/model.ts';
import { attemptsAt, mergeProgress, type Progress } from '../src/progress/progress.ts';
import { kindOf, type Question } from '../src/quiz/kinds.ts';

/** The share of readers, from 0 to 1, that is behind a count with a probability of 95 %. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export type Finding = 'too easy' | 'too hard' | 'ambiguous';

export interface WrongAnswer {
  /** Of the explanation that was shown for it. */
  readonly key: string;
  /** The answer itself, as its author wrote it. */
  readonly about: string;
  readonly misconception: string | undefined;
  /** Who gave it at first. */
  readonly readers: number;
}

export interface QuestionFigures {
  readonly id: string;
  /** Who have answered it as it is today. */
  readonly readers: number;
  /** Whose first answer was right. */
  readonly right: number;
  readonly rightShare: Interval;
  /** The commonest first. An answer to several options may be in several of them. */
  readonly wrong: readonly WrongAnswer[];
  readonly finding: Finding | undefined;
}

/** Above this share of right first answers a question tells nobody anything; below that, its explanation comes too late. */
const EASY = 0.9;
const HARD = 0.4;
/** A right and a wrong answer that both have more readers than this split them. */
const SPLIT = 0.25;

/**
 * The interval of Wilson for a share (JASA 22, 1927, pages 209 to 212): it stays honest where there are few readers,
 * and where all of them or none were right.
 */
export function shareOf(count: number, of: number): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const z = 1.96;
  const share = count / of;
  const denominator = 1 + z ** 2 / of;
  const centre = (share + z ** 2 / (2 * of)) / denominator;
  const half = (z / denominator) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * One progress for each reader: two files that share an answer, given to the same question in the same millisecond,
 * are of the same one, exported twice.
 */
export function readersOf(files: readonly Progress[]): readonly Progress[] {
  const readers: Progress[] = [];
  for (const file of files) {
    const answers = new Set(answersOf(file));
    const isSame = (reader: Progress) => answersOf(reader).some((answer) => answers.has(answer));
    const same = readers.filter(isSame);
    const others = readers.filter((reader) => !same.includes(reader));
    readers.splice(0, readers.length, ...others, same.reduce(mergeProgress, file));
  }
  return readers;
}

const answersOf = ({ tables }: Progress): readonly string[] =>
  [...tables.questions].flatMap(([id, { attempts }]) => attempts.map(({ at }) => `${id} ${at}`));

/** Of all questions in the order of the course, each followed by its variants. */
export function figuresOf(
  { questions }: Pick<Course, 'questions'>,
  readers: readonly Progress[],
): readonly QuestionFigures[] {
  return questions
    .flatMap(({ question, variants }) => [question, ...variants])
    .map((question) => figuresOfQuestion(question, readers));
}

function figuresOfQuestion(question: Question, all: readonly Progress[]): QuestionFigures {
  const { id, revision } = question;
  const first = all.flatMap((reader) => attemptsAt(reader, id, revision).slice(0, 1));
  const [readers, right] = [first.length, first.filter(({ correct }) => correct).length];
  const missed = first.filter(({ correct }) => !correct);
  const wrong = kindOf(question)
    .explanations(question)
    .filter((explanation) => !explanation.right)
    .map(({ key, about, misconception }) => ({
      key,
      about: about.text,
      misconception,
      readers: missed.filter(({ explained }) => explained?.includes(key)).length,
    }))
    .filter((answer) => answer.readers > 0)
    .sort((a, b) => b.readers - a.readers);
  const rightShare = shareOf(right, readers);
  const wrongShare = shareOf(wrong[0]?.readers ?? 0, readers);
  return { id, readers, right, rightShare, wrong, finding: findingOf(rightShare, wrongShare) };
}

function findingOf(right: Interval, commonestWrong: Interval): Finding | undefined {
  if (right.low > EASY) return 'too easy';
  if (right.high < HARD) return 'too hard';
  return right.low > SPLIT && commonestWrong.low > SPLIT ? 'ambiguous' : undefined;
}
