/**
 * What a kind of question is. A new kind is one file with one of these, and a line in `kinds.ts`.
 * Only a control that no kind has used yet needs more: a type of `Field`, and its HTML in Question.astro.
 */
import type { z } from 'astro/zod';
import type { Diagnostic } from '../course/diagnostic.ts';
import type { Program } from '../sandbox/engine.ts';

/**
 * Grading runs in the reader's page, the schema only when the site is built. So a kind never imports zod:
 * its schema is made with the zod that it is given.
 */
export type Zod = typeof z;

export interface QuestionKind<Question, Answer> {
  /** As written in `quiz.yaml`. */
  readonly kind: string;
  /** Its entry in `quiz.yaml`, an example in the comment above it. */
  schema(zod: Zod): z.ZodType<Question>;
  /** The code that the question speaks of, in the order of showing. */
  listings(question: Question): readonly Listing[];
  /** The controls of its form, from which the page makes HTML. */
  fields(question: Question): readonly Field[];
  /** Everything that could be told after an answer; a grade names some of them by `key`. */
  explanations(question: Question): readonly Explanation[];
  /** `undefined`: the reader has not answered yet. */
  parseAnswer(form: FormData): Answer | undefined;
  grade(question: Question, answer: Answer): Grade;
  /** Whether the key speaks of what a program does, so that {@link verify} can execute it. */
  isExecuted(question: Question): boolean;
  /** For the tests: executes the key and gives a diagnostic for each thing that is not as the question says. */
  verify(question: Question, run: RunProgram, place: Place): Promise<readonly Diagnostic[]>;
}

export interface Listing {
  /** Shown above it, for example the file's name. */
  readonly title?: string;
  readonly code: string;
  readonly language: ListingLanguage;
}

/** As the highlighter names them. */
export type ListingLanguage = 'ts' | 'python' | 'sql' | 'shellscript' | 'yaml' | 'text';

/** `name` is the control's name in the form data. */
export type Field =
  | {
      readonly type: 'choice';
      readonly name: string;
      /** Whether more than one may be chosen. */
      readonly several: boolean;
      /** In the order of showing, which does not tell the answer. */
      readonly options: readonly FieldOption[];
      /** The page may show the options in another order when it asks again. */
      readonly shuffle: boolean;
    }
  | {
      /** The lines of the first listing, each of which can be chosen; its value is its number, from 1. */
      readonly type: 'line';
      readonly name: string;
      readonly label: string;
    }
  | {
      /** Things to put in order. The form data has all values under `name`, in the reader's order. */
      readonly type: 'order';
      readonly name: string;
      readonly label: string;
      /** In the order of showing, which is never a right one. */
      readonly options: readonly FieldOption[];
    }
  | {
      /** The bench of an exercise. Its value is `solved` or `not-yet` once its check has run. */
      readonly type: 'exercise';
      readonly name: string;
      /** The experiment's name. */
      readonly exercise: string;
    }
  | {
      readonly type: 'number';
      readonly name: string;
      readonly label: string;
      /** What is counted or measured, shown behind the number. */
      readonly unit: string;
    }
  | {
      readonly type: 'text';
      readonly name: string;
      readonly label: string;
      /** Lines of code or output are set in the code face. */
      readonly lines: number;
    };

/** `text` is Markdown of one paragraph. An explanation whose `key` is this `value` belongs to this option. */
export interface FieldOption {
  readonly value: string;
  readonly text: string;
}

export interface Explanation {
  readonly key: string;
  /** The answer that it is about, for a reader who sees all of them: Markdown, or the output of a program. */
  readonly about: { readonly type: 'markdown' | 'output' | 'other'; readonly text: string };
  /** Whether that answer is right. */
  readonly right: boolean;
  /** Markdown. */
  readonly text: string;
  /** `lesson#anchor` of the paragraph that answers the question. */
  readonly read: string;
  /** A tag of `content/misconceptions.yaml`. */
  readonly misconception?: string | undefined;
}

export interface Grade {
  readonly correct: boolean;
  /** Keys of the explanations to show. */
  readonly explain: readonly string[];
  /** What to write beside the parts of the answer, by the value of their control. */
  readonly marks?: readonly Mark[];
  /** A sentence on this very answer, said before the explanations. */
  readonly note?: string;
  /** Where the answer is lines: how they differ from those that were expected. */
  readonly difference?: readonly DifferentLine[];
}

export interface Mark {
  readonly value: string;
  readonly right: boolean;
  readonly word: string;
}

export type DifferentLine =
  | { readonly type: 'same'; readonly expected: string; readonly given: string }
  | { readonly type: 'changed'; readonly expected: string; readonly given: string }
  | { readonly type: 'missing'; readonly expected: string }
  | { readonly type: 'extra'; readonly given: string };

/** Runs a program to its end, outside of any page. */
export type RunProgram = (program: Program) => Promise<ProgramRun>;

export interface ProgramRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Where a question is written. */
export type Place = Pick<Diagnostic, 'file' | 'line' | 'column'>;
