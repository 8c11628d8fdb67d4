/** What a reader has done: lessons read, experiments run, exercises solved, questions answered, predictions made. */
import {
  add,
  type Entry,
  empty,
  isRecord,
  isTime,
  type Ledger,
  type LedgerFormat,
  merge,
  only,
} from './ledger.ts';

/** One answer to a question. */
export interface Attempt {
  readonly at: number;
  /** Of the question when it was answered; another revision is another question. */
  readonly revision: number;
  readonly correct: boolean;
  /** Tags of `content/misconceptions.yaml`. */
  readonly misconceptions: readonly string[];
  /** Keys of the explanations that were shown: which answer it was. Missing in attempts of before they were kept. */
  readonly explained?: readonly string[];
}

/** Why a reader has answered as they did, in their own words and for themselves alone. */
export interface Reason extends Entry {
  readonly revision: number;
  readonly text: string;
}

/** What stands in the form of a question, answered or not, so that a reload loses nothing. */
export interface Draft extends Entry {
  readonly revision: number;
  /** Names and values of its controls, as in its form data. */
  readonly fields: readonly (readonly [string, string])[];
}

/** What a reader expected of an experiment; `null` where the prediction was skipped openly. */
export type PredictedValue = string | number | boolean | null;

export interface QuestionEntry extends Entry {
  /** In the order of their making, the last {@link MAX_ATTEMPTS}. */
  readonly attempts: readonly Attempt[];
}

export type ProgressEntries = {
  readonly lessons: Entry;
  readonly experiments: Entry;
  /** Solved: the check has passed. */
  readonly exercises: Entry;
  readonly questions: QuestionEntry;
  readonly reasons: Reason;
  readonly drafts: Draft;
  readonly predictions: Entry & { readonly value: PredictedValue };
};

export type Progress = Ledger<ProgressEntries>;

/** `at` is in milliseconds since 1970. */
export type ProgressAction = { readonly at: number } & (
  | { readonly type: 'lesson-read'; readonly lesson: string }
  | { readonly type: 'experiment-run'; readonly experiment: string }
  | { readonly type: 'exercise-solved'; readonly experiment: string }
  | {
      readonly type: 'prediction-made';
      readonly experiment: string;
      readonly value: PredictedValue;
    }
  | {
      readonly type: 'question-answered';
      readonly question: string;
      readonly revision: number;
      readonly correct: boolean;
      readonly misconceptions: readonly string[];
      readonly explained?: readonly string[];
    }
  | {
      readonly type: 'reason-given';
      readonly question: string;
      readonly revision: number;
      readonly text: string;
    }
  | {
      readonly type: 'answer-drafted';
      readonly question: string;
      readonly revision: number;
      readonly fields: Draft['fields'];
    }
  | { readonly type: 'erased' }
);

export const MAX_ATTEMPTS = 20;
const MAX_TAGS = 20;
const MAX_TEXT = 200;
/** Of a reason, and of all values of a draft together, in UTF-16 code units. */
export const MAX_WRITING = 4000;
const MAX_FIELDS = 30;

const isShortText = (json: unknown): json is string =>
  typeof json === 'string' && json.length <= MAX_TEXT;

const isTags = (json: unknown): json is readonly string[] =>
  Array.isArray(json) && json.every(isShortText) && json.length <= MAX_TAGS;

const isRevision = (json: unknown): json is number =>
  typeof json === 'number' && Number.isSafeInteger(json);

function parseAttempt(json: unknown): Attempt | undefined {
  if (!isRecord(json)) return undefined;
  const { at, revision, correct, misconceptions, explained } = json;
  if (!isTime(at) || typeof correct !== 'boolean' || !isRevision(revision)) return undefined;
  if (!isTags(misconceptions)) return undefined;
  const attempt = { at, revision, correct, misconceptions };
  if (explained === undefined) return attempt;
  return isTags(explained) ? { ...attempt, explained } : undefined;
}

const isField = (json: unknown): json is readonly [string, string] =>
  Array.isArray(json) && json.length === 2 && json.every((part) => typeof part === 'string');

function parseDraft(json: unknown): Draft | undefined {
  if (!isRecord(json)) return undefined;
  const { at, revision, fields } = json;
  if (!isTime(at) || !isRevision(revision) || !Array.isArray(fields)) return undefined;
  if (fields.length > MAX_FIELDS || !fields.every(isField)) return undefined;
  return fields.join('').length > MAX_WRITING ? undefined : { at, revision, fields };
}

/** Different attempts only, by time, the last ones if there are many. Taking the last keeps merging associative. */
function questionEntry(attempts: readonly Attempt[]): QuestionEntry | undefined {
  const different = new Map(attempts.map((attempt) => [JSON.stringify(attempt), attempt]));
  const sorted = [...different]
    .sort(([a, { at: atA }], [b, { at: atB }]) => atA - atB || (a < b ? -1 : 1))
    .map(([, attempt]) => attempt)
    .slice(-MAX_ATTEMPTS);
  const last = sorted.at(-1);
  return last && { at: last.at, attempts: sorted };
}

const parseDate = (json: unknown): Entry | undefined =>
  isRecord(json) && isTime(json['at']) ? { at: json['at'] } : undefined;

export const progressFormat: LedgerFormat<ProgressEntries> = {
  key: 'unblocked:progress',
  tables: {
    lessons: { parse: parseDate },
    experiments: { parse: parseDate },
    exercises: { parse: parseDate },
    questions: {
      parse(json) {
        if (!isRecord(json) || !Array.isArray(json['attempts'])) return undefined;
        const attempts = json['attempts'].map(parseAttempt);
        return attempts.every((attempt) => attempt !== undefined)
          ? questionEntry(attempts)
          : undefined;
      },
      merge: (a, b) => questionEntry([...a.attempts, ...b.attempts]) ?? a,
    },
    reasons: {
      parse(json) {
        if (!isRecord(json)) return undefined;
        const { at, revision, text } = json;
        if (!isTime(at) || !isRevision(revision) || typeof text !== 'string') return undefined;
        return text.length > MAX_WRITING ? undefined : { at, revision, text };
      },
    },
    drafts: { parse: parseDraft },
    predictions: {
      parse(json) {
        if (!isRecord(json) || !isTime(json['at'])) return undefined;
        const { at, value } = json;
        if (value === null || typeof value === 'boolean' || isShortText(value))
          return { at, value };
        return typeof value === 'number' && Number.isFinite(value) ? { at, value } : undefined;
      },
    },
  },
};

export const emptyProgress: Progress = empty(progressFormat);

export const mergeProgress = (a: Progress, b: Progress): Progress => merge(progressFormat, a, b);

/** An action is a small ledger of its own, so that doing and merging can never disagree. */
export function changeOf(action: ProgressAction): Progress {
  const { at } = action;
  switch (action.type) {
    case 'lesson-read':
      return only(progressFormat, 'lessons', action.lesson, { at });
    case 'experiment-run':
      return only(progressFormat, 'experiments', action.experiment, { at });
    case 'prediction-made':
      return only(progressFormat, 'predictions', action.experiment, { at, value: action.value });
    case 'exercise-solved':
      return only(progressFormat, 'exercises', action.experiment, { at });
    case 'reason-given': {
      const { revision, text } = action;
      return only(progressFormat, 'reasons', action.question, { at, revision, text });
    }
    case 'answer-drafted': {
      const { revision, fields } = action;
      return only(progressFormat, 'drafts', action.question, { at, revision, fields });
    }
    case 'question-answered': {
      const { revision, correct, misconceptions, explained } = action;
      const attempt = { at, revision, correct, misconceptions };
      const attempts = [explained ? { ...attempt, explained } : attempt];
      return only(progressFormat, 'questions', action.question, { at, attempts });
    }
    case 'erased':
      return empty(progressFormat, at);
  }
}

export function reduce(state: Progress, action: ProgressAction): Progress {
  return add(progressFormat, state, changeOf(action));
}

/** The answers to a question as it is today; answers to an earlier revision do not count. */
export function attemptsAt(
  progress: Progress,
  question: string,
  revision: number,
): readonly Attempt[] {
  const attempts = progress.tables.questions.get(question)?.attempts ?? [];
  return attempts.filter((attempt) => attempt.revision === revision);
}

/** Never asked in this revision, last answered right, or last answered wrong. */
export type Standing = 'new' | 'right' | 'missed';

/** How a question stands. */
export function standing(progress: Progress, question: string, revision: number): Standing {
  const last = attemptsAt(progress, question, revision).at(-1);
  if (!last) return 'new';
  return last.correct ? 'right' : 'missed';
}
